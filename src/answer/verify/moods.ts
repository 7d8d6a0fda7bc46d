/** In which mood a text speaks of what it speaks of. */
export type Mood = 'negated' | 'possible' | 'obliged' | 'planned' | 'done' | 'causal' | 'ordered'

const MOODS: Readonly<Record<Mood, RegExp>> = {
  negated:
    /ไม่(?!เพียง)|มิ(?:ได้|ใช่|อาจ)|ห้าม|ปราศจาก|ยกเว้น|เว้นแต่|งดเว้น|\b(?:not|no|never|none|neither|nor|without|cannot|except|excluding|fail(?:s|ed)? to|refus\w+|unable)\b|n['’]t\b|ない|なかった|(?<!だけ)で(?:は)?なく|なくな[りるっ]|ません|ぬ|[わせさらかれ]ず(?!れ)|を除|以外|せずに/u,
  possible:
    /อาจ(?!าร)|น่าจะ|คงจะ|เป็นไปได้|สามารถ|\b(?:may|might|could|can(?! be (?:found|read|seen)| (?:find|read|see))|possibly|possible|perhaps|probabl[ey]|likely|optional|optionally|allow|allows|allowed|permit\w*)\b|かもしれ|可能|おそらく|恐らく|あり得|でき(?:る|ます)|ことができ/u,
  obliged:
    /(?<!ข้)ต้อง(?!การ)|จำเป็น|ควร|พึง|บังคับให้|ผูกพัน|\b(?:must|shall|should|ought|ha(?:s|ve|d) to|requires?|required|obliged|obligat\w+|mandatory|compulsory|need(?:s|ed)? to|binding|commit(?:s|ted)?)\b|なければ|ねばな|べき|義務|必要があ|必要です|必須|拘束/u,
  planned:
    /(?<!เฉพา)จะ|กำหนดการ|กำหนดลงนาม|มีกำหนด|กำหนดไว้|มีแผน|คาดว่า|เตรียม|\b(?:will|would|(?:is|are|was|were) to (?:be|take)|plans?|(?<!\bas )planned|(?<!\bas )scheduled|due (?:to|for|on)|set (?:for|to)|going to|expected|intends? to|upcoming)\b|予定(?!どおり|通り)|計画|しようとし|はず(?:で|だ)|見込|つもり|だろう|でしょう|ことになって/u,
  causal:
    /เพราะ|จึง|เนื่องจาก(?!แถลงการณ์)|ทำให้|ส่งผล|\b(?:because|therefore|thus|hence|consequently|as a result|due to|owing to|led to|caused?|brought about)\b|, so\b(?! as)|ため(?![のに])|そのため|(?<!も)ので(?!す|し)|もたら|原因/u,
  ordered:
    /(?<!ฉบับ)ก่อนที่|หลังจากที่|หลังจาก(?!นั้น)|จนถึง|\b(?:before|until)\b|\bafter [^.,]{0,40}(?:signed|approv|ended|announc|visit)|[しれっ]た後|る前|(?<!そ)の後に|日まで|までに/u,
  done: /แล้ว(?!ก็)|\b(?:has|have) (?:now |already )?(?:been|begun|\p{L}+ed)\b(?!.*\bsince\b)|\balready\b|\b(?:was|were|been) \p{L}+(?:ed|en)\b|すでに|既に|(?:ました|[っいんた]た|され?た|した)(?=[。、)]|$)/u,
}

/** Of a compact text in which dates and addresses are blotted out. */
export function moodsOf(prose: string): Set<Mood> {
  return new Set((Object.keys(MOODS) as Mood[]).filter((mood) => MOODS[mood].test(prose)))
}
