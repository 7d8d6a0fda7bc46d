/** What people put around a question: greetings, requests, thanks, and what they need the answer for. */
const OPENING =
  /^(?:สวัสดี(?:ตอน\p{sc=Thai}+)?|(?:รบกวน|ขอ|ขออนุญาต)(?:เรียน|สอบ)?ถาม(?:หน่อย)?|ขอ(?:ทราบ|สอบถาม)|อยาก(?:ทราบ|รู้)|ช่วยบอกหน่อย|ว่า(?=\s|\p{sc=Thai})|(?:ครับ|ค่ะ|คะ|นะคะ|นะครับ)(?=\s|$|ว่า)|(?:hello|hi|hey)(?![a-z])|dear (?:sir|madam|all|team)|good (?:morning|afternoon|evening)|excuse me|(?:could|can|would) you (?:please |kindly )?tell me|(?:please|pls) tell me|i(?:'d| would) like to (?:know|ask)|すみません(?:が)?|こんにちは|お世話になって(?:おり|い)ます|お疲れ(?:様|さま)です|恐れ入りますが|お尋ねしますが)[\s,、。!！:.]*/iu
const CLOSING =
  /[\s,、]*(?:ขอบ(?:คุณ|พระคุณ)(?:มาก|มากๆ|ล่วงหน้า)?|ครับผม|ครับ|ค่ะ|นะคะ|นะครับ|คะ|จ้า|ด้วยนะ|please|pls|thanks(?: a lot| in advance| so much)?|thank you(?: very much| so much| in advance)?|thx|(?:どうぞ)?よろしくお願い(?:します|致します|いたします|申し上げます)|お願い(?:します|致します|いたします)|ありがとうございます)[\s.!。！]*$/iu
const PURPOSE =
  /(?:[\s,]+(?:พอดี)?(?:จะ|เพื่อ)?(?:ได้)?(?:เอา|นำ)?(?:ไป)?(?:ใส่|ลงใน|ลงสไลด์|แนบ|เขียนลง|ทำสไลด์|ประกอบ)[^?？:"“]{0,40}|[\s,]+(?:for|to put in|to go in|i need (?:it|this) for|it's for) (?:my|a|the|our) (?:slides?|report|memo|briefing|minutes|agenda|presentation|boss|meeting)[^?？:"“]{0,40})$/iu

/** The question itself. A text that is nothing but frame stays as it is. */
export function trimFrames(text: string): string {
  let rest = text.trim()
  for (;;) {
    const trimmed = rest.replace(OPENING, '').replace(CLOSING, '').replace(PURPOSE, '').trim()
    if (trimmed === '') return rest
    if (trimmed === rest) return rest
    rest = trimmed
  }
}
