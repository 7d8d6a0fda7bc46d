import type { Ask } from '../question.ts'

/** Patterns over compact text. Thai and Japanese have no word borders to ask for. */
const PATTERNS: Readonly<Record<Ask, RegExp>> = {
  when: anyOf(
    /เมื่อไ[หร]|เมื่อใด|วันไหน|วันใด|วันที่เท่า|วันอะไร|วันที่อะไร|เดือนอะไร|เดือนไหน|ปีไหน|ปีอะไร|ปีใด|ตอนไหน|กี่โมง|วันเดือนปี|ช่วงไหน|พ\.?ศ\.?ไหน|พ\.?ศ\.?อะไร|ภายในปี|วันที่/,
    /\bwhen|\bwhens\b|what (?:date|day|year|month|time)|which (?:date|day|year|month)|\bdates?\b/,
    /いつ|何年|何月|何日|日付|日時|年月日|日は[?？]?$|署名日|時期/,
  ),
  who: anyOf(
    /ใคร(?!่)|คนไหน|ท่านไหน|ท่านใด|ผู้ใด|ชื่ออะไร|ชื่อไร/,
    /\bwho\b|\bwhos\b|\bwhom\b|\bwhose\b|\bnames? of\b/,
    /誰|だれ|どなた|どの大臣|名前/,
  ),
  where: anyOf(
    /(?<!(?:อ่าน|ดู|หา)[^ ]{0,10}ได้|ได้จาก|เผยแพร่|อ่าน|ดู|หา|เริ่ม|เริ่มต้น|มาจาก)(?:ที่ไหน|ที่ใด)|สถานที่|เมืองไหน|เมืองอะไร|จังหวัดไหน/,
    /\bwhere\b(?!.{0,40}\b(?:start|beg[iau]n|came? from|originat|stem|link|find|read|publish|get|see))|\bwhat (?:city|place|location)|\bwhich (?:city|place|location)/,
    /どこで(?!す|しょう|読|見)|どこに(?!あり|ある|載)|場所|どの都市|どちらで|何処/,
  ),
  'which-organisation': anyOf(
    /กระทรวง(?:ไหน|ไร|อะไร|ใด)|หน่วยงาน(?:ไหน|ไร|อะไร|ใด)/,
    /(?:which|what) (?:ministr|minister(?:y|ies)|agenc|organi[sz]ation)/,
    /(?:どの|どこの|何)省|省庁/,
  ),
  'how-many': anyOf(
    /(?<!เ)กี่(?!ยว|วัน|เดือน|ปี|สัปดาห์|บาท|ล้าน|เยน)|จำนวนเท่าไ/,
    /\bhow many(?! (?:days|weeks|months|years))|\bnumber of/,
    /何人|何名|何件|何社|何個|いくつ|何回|何カ国|何か国/,
  ),
  'how-much': anyOf(
    /(?<!เ)กี่(?:บาท|ล้าน|เยน)|เงินเท่าไ|งบเท่าไ/,
    /\bhow much (?:money|does|will|is|did)/,
    /いくら|何円|金額/,
  ),
  'how-long': anyOf(
    /(?<!เ)กี่(?:วัน|เดือน|ปี|สัปดาห์)|นานแค่ไหน|นานเท่าไ|นานไหม/,
    /\bhow long|how many (?:days|weeks|months|years)/,
    /何日間|何年間|何か月|何ヶ月|何カ月|どのくらいの期間|どれくらいの期間|何年/,
  ),
  why: anyOf(
    /ทำไม|เพราะอะไร|เพราะเหตุใด|เหตุใด|เหตุผล|สาเหตุ|เหตุที่/,
    /\bwhy\b|\breasons?\b|\bhow come\b|\brationale\b/,
    /なぜ|(?:なん|何)で(?!しょう|した|す|あ|ござ)|どうして|理由|わけは/,
  ),
  list: anyOf(
    /อะไรบ้าง|ไรบ้าง|ใดบ้าง|ไหนบ้าง|มีอะไร|มีไร|เป็นข้อ|ทั้งหมด|ทุกอย่าง|ทุกเรื่อง|ทุกด้าน|รายการ|ลิสต์/,
    /\blist\b|\bbullets?\b|\bwhat are\b|\ball\b|\bevery(?:thing)?\b|\bwhich (?:areas|fields|activities|topics)/,
    /一覧|列挙|箇条書き|すべて|全て|全部|何がある|どんなもの|挙げて|まとめて/,
  ),
  link: anyOf(
    /ลิ้?ง[กค]์?|เว็บ/,
    /url|\blinks?\b|\burl\b|\bweb ?(?:site|page|address)/,
    /リンク|ホームページ|サイト|アドレス/,
  ),
  wording: anyOf(
    /(?:คำ|ข้อความ|ประโยค)เป๊ะ|เป๊ะๆ?ตาม|คำต่อคำ|ตามตัวอักษร|ข้อความเดิม|ข้อความต้นฉบับ|ต้นฉบับ|ถ้อยคำ|คำพูดเดิม|ยกข้อความ|ก็อป|คำเดิม|ขอ(?:คำ|ข้อความ)/,
    /exact (?:word|text|phras|quote|thai)|verbatim|word for word|word-for-word|\bquote (?:the|it|me)|original (?:word|text|thai)/,
    /原文|一字一句|そのまま引用|正確な文言|文言/,
  ),
  between: anyOf(
    /ห่างกัน|ห่าง|ระหว่าง.*ถึง|จาก.*ถึง|นับจาก|หลังจาก.*กี่|ก่อน.*กี่วัน|กี่วันหลัง|ผ่านไปกี่|เว้นกี่|ช่วงห่าง|กี่(?:วัน|เดือน|ปี)/,
    /\bbetween\b.*\band\b|\bfrom\b.*\bto\b|\bgap\b|\bapart\b|how many (?:days|weeks|months|years)|how long (?:after|before|between|from|did|was)|\b(?:days|years|months|weeks) (?:after|before|later|between|passed|elapsed)|elapsed/,
    /から.*まで|何日後|何日間|何日で|何日あ|何年あ|間隔|経過|空いて|あいだ|何か月後|何年後/,
  ),
  confirm: anyOf(
    /ใช่(?:มั้ย|ไหม|มะ|ป่ะ|ปะ|หรือ|รึ|ป่าว|เปล่า|ปล่าว|ม่ะ|ไม|ครับ|ค่ะ|คะ)|ใช่$|ถูก(?:ไหม|มั้ย|ต้อง|ป่ะ|ปะ|มะ|แล้ว|เปล่า)|จริง(?:ไหม|มั้ย|หรือ|ป่าว|ป่ะ|ปะ|เปล่า|รึ)|หรือเปล่า|รึเปล่า|ป่าว|ในเมื่อ|เนื่องจาก/,
    /\bright\b|\bcorrect\b|\bisn'?t it\b|\baren'?t they\b|\bdidn'?t (?:it|they|he|she)\b|\btrue\b|\bsince\b|\bconfirm|\bgiven that\b|\byes\b|\bis it\b|\bwas it\b|\bwasn'?t it\b|^(?:is|are|was|were|did|does|do|has|have)\b/,
    /ですよね|ますよね|ましたよね|だよね|でしょう?|でしょ|ですね|よね|本当|合って|正しい|間違いない/,
    /^(?!.*(?:何|いつ|誰|だれ|どこ|どち|なぜ|どう|どの|どれ|どんな|いくら|いくつ)).*(?:ですか|ましたか)/,
  ),
  summary: anyOf(
    /คืออะไร$|^อะไรคือ|สรุป|ภาพรวม|คร่าวๆ/,
    /^what(?:'s| is) (?:the |this )?[^ ]+(?: about)?\?*$|\bsummar(?:y|ise|ize|ies)|\boverview|\btl;?dr|\bthe gist|\bnutshell/,
    /とは[?]?$|とは何|って何|概要|要約|まとめ|全体像|ざっくり|要点/,
  ),
  complete: anyOf(
    /ทั้งหมด|ครบ|แค่นี้|แค่|เท่านั้น|มีเพียง|เพียง|หมดแล้ว/,
    /\ball\b|\bonly\b|\bcomplete\b|\bexhaustive|\bentire\b|\bfull list|\bjust\b|\bnothing else|\bwhole list|\bexactly\b/,
    /すべて|全て|全部|だけ|のみ|以上で全部|これだけ|網羅|完全|限られ|限定/,
  ),
}

export function asksOf(compactText: string): Set<Ask> {
  const asks = new Set<Ask>()
  for (const [ask, pattern] of Object.entries(PATTERNS)) if (pattern.test(compactText)) asks.add(ask as Ask)
  // Days lie between dates.
  if (asks.has('between')) asks.add('when')
  return asks
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'u')
}
