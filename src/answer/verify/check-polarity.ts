import type { TextAnalysis } from './analyse-text.ts'

type Mood = 'negated' | 'possible' | 'obliged'

const MOODS: Readonly<Record<Mood, RegExp>> = {
  negated:
    /ไม่(?!เพียง)|มิ(?:ได้|ใช่|อาจ)|ห้าม|ปราศจาก|ยกเว้น|เว้นแต่|งดเว้น|\b(?:not|no|never|none|neither|nor|without|cannot|except|excluding|fail(?:s|ed)? to|refus\w+|unable)\b|n['’]t\b|ない|なかった|ません|ぬ|[わせさらかれ]ず(?!れ)|を除|以外|せずに/u,
  possible:
    /อาจ(?!าร)|น่าจะ|คงจะ|เป็นไปได้|สามารถ|\b(?:may|might|could|can(?! be (?:found|read|seen)| (?:find|read|see))|possibly|possible|perhaps|probabl[ey]|likely|optional|optionally|allow|allows|allowed|permit\w*)\b|かもしれ|可能|おそらく|恐らく|あり得|でき(?:る|ます)|ことができ/u,
  obliged:
    /(?<!ข้)ต้อง(?!การ)|จำเป็น|ควร|พึง|บังคับให้|ผูกพัน|\b(?:must|shall|should|ought|ha(?:s|ve|d) to|requires?|required|obliged|obligat\w+|mandatory|compulsory|need(?:s|ed)? to|binding|commit(?:s|ted)?)\b|なければ|ねばな|べき|義務|必要があ|必要です|必須|拘束/u,
}

const WORDS: Readonly<Record<Mood, string>> = {
  negated: 'denies what the quotes say, or the reverse',
  possible: 'makes certain what is possible, or the reverse',
  obliged: 'makes a duty of what is none, or the reverse',
}

/** Does the statement deny, allow or oblige as its quotes do? Returns in which way it doesn't. */
export function checkPolarity(statement: TextAnalysis, quotes: readonly TextAnalysis[]): string | undefined {
  const differs = (Object.keys(MOODS) as Mood[]).find(
    (mood) => MOODS[mood].test(statement.prose) !== quotes.some((quote) => MOODS[mood].test(quote.prose)),
  )
  return differs && WORDS[differs]
}
