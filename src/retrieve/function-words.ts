/** Words that say how something is asked rather than what: they're no sign that a question is about something unknown. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `
  a an the this that these those it its they them their theirs he she his her him i me my mine we us our ours you your yours one ones
  is are was were be been being am do does did done doing have has had having can could will would shall should may might must
  of in on at to for from by with without about into over under between within during after before since until till as than then
  and or but if so not no nor yes too also just only even still yet again ever never always
  what whats what's when whens when's where wheres where's which who whos who's whom whose why how hows how's there here theres there's
  any anything some something someone anyone anybody everything every each all both either neither other another others else more most less least few
  please pls plz kindly thanks thank thx hi hello hey dear sir madam ok okay well oh um hmm so btw lol
  tell say says said saying mention mentions mentioned state states stated give gives gave given show shows list lists explain describe detail details summarise summarize summary brief briefly short quick quickly exact exactly precise precisely specific specifically
  want wants wanted need needs needed know knows like would wanna gonna got get gets getting find found look looking looks check checking confirm confirms confirmed ask asks asked asking question questions answer answers wonder wondering remember remind think thought guess believe heard hear read see seen understand mean means meant
  wasnt wasn't isnt isn't arent aren't didnt didn't dont don't doesnt doesn't im i'm ive i've id i'd hes she's were weren't havent hasn't couldn't wouldn't youre you're thats that's lets let's
  right correct true sure really actually basically maybe perhaps probably simply
  thing things stuff way ways part parts kind kinds sort sorts type types bit lot line lines word words sentence point points bullet bullets max note slide slides report memo boss meeting email draft
  day days date dates year years month months week time times number numbers
  two three four five six seven eight nine ten first second third last next new old
  now today currently current date-wise put make makes made making use uses used using take takes took taken go goes going went come comes came work works working done happen happened happens happening start set
  main key major important concrete actual official formal full whole possible able available
  according per via re regarding concerning related terms regard respect under abt bout
  person people name names named called call document documents paper text section release news article source sources file info information content contents
  include includes included including involve involves involved cover covers covered contain contains contained concern concerns relate relates
  side sides country countries government governments ministry ministries minister official officials state
  agreed agree agrees sign signed
  ครับ ค่ะ คะ นะ จ้า จ๊ะ จ๋า ฮะ ฮับ คับ งับ ค้าบ ครัช อะ อ่ะ อ่า ป่ะ ปะ มั้ย ไหม ม่ะ มะ หรอ เหรอ หรือ รึ เปล่า ป่าว ล่ะ ละ ล่ะครับ เลย ด้วย หน่อย นิด นึง ที สิ ซิ ดิ ดิ๊ เนอะ เนี่ย นี่ นั่น โน่น เอ่อ อืม เออ โอเค จ้ะ ว่ะ วะ เว้ย โว้ย ไง ไงบ้าง ยังไง อย่างไร เช่นไร
  คือ เป็น อยู่ มี ไม่มี ได้ ไม่ได้ ให้ ไป มา ขอ ช่วย อยาก ต้องการ จะ กำลัง เคย แล้ว ยัง ก็ ที่ ซึ่ง อัน ว่า ของ ใน นอก บน ใต้ กับ และ หรือ แต่ ถ้า หาก เพราะ เพื่อ โดย จาก ถึง ตั้งแต่ จน จนถึง ระหว่าง ภายใน ภายใต้ ตาม ต่อ เมื่อ ตอน ขณะ หลัง ก่อน แต่ละ ทุก บาง หลาย ทั้ง ทั้งหมด แค่ เพียง เท่านั้น เอง กัน นี้ นั้น โน้น ดัง เช่น อย่าง แบบ ประมาณ เกี่ยว เกี่ยวกับ เรื่อง ด้าน ส่วน ประเด็น หัวข้อ สิ่ง อะไร ไร ใคร ใด ไหน ไหนบ้าง บ้าง เท่าไร เท่าไหร่ ไหร่ ไหร เนอ เนอะ นอะ ต้อง ควร ห่าง รับ แต่ ทั้งคู่ เท่าใด กี่ เมื่อไร เมื่อไหร่ ทำไม ตรง ตรงไหน คน วัน เดือน ปี เวลา ครั้ง ข้อ ข้อๆ ฉบับ อัน ตัว ฝั่ง ฝ่าย ทาง
  ผม ฉัน ดิฉัน เรา หนู พี่ น้อง ท่าน คุณ เธอ เขา เค้า มัน พวก แก กู มึง ทีม หัวหน้า นาย เจ้านาย แอด แอดมิน บอท
  บอก พูด กล่าว ระบุ เขียน ถาม ตอบ สอบถาม สงสัย ทราบ รู้ เข้าใจ สรุป อธิบาย รายละเอียด ดู เช็ก เช็ค ตรวจสอบ ยืนยัน อ้าง หา ทำ ใช้ เอา ใส่ ลง เขียนลง ส่ง แนบ แจ้ง คิด เห็น นึก จำ
  สวัสดี รบกวน ขอบคุณ ขอโทษ ขออนุญาต กรุณา โปรด เรียน ด่วน ด่วนๆ มาก มากๆ น้อย จริง จริงๆ ใช่ ไม่ใช่ ไม่ ใช่ไหม ถูก ผิด ดี สั้น สั้นๆ ยาว ชัด ชัดเจน เป๊ะ เป๊ะๆ ครบ ครบถ้วน งั้น งี้ ยังงั้น อย่างนั้น อย่างนี้ ไหน ไหนๆ พอ พอดี เพิ่ง ใหม่ เก่า เดิม แรก สุดท้าย ล่าสุด ต่อไป ถัดไป นู่น
  สไลด์ ข่าว เอกสาร ข้อมูล บันทึก หนังสือ รายงาน เนื้อหา ข้อความ คำ ประโยค บรรทัด ตาราง ประชุม การ ความ ผู้ ชื่อ สอง สาม หนึ่ง สี่ ห้า หก อีก อีกที ครั้งที่ เป็นต้น ฯลฯ ตกลง เกิด เกิดขึ้น เริ่ม กำหนด ประเทศ รัฐบาล กระทรวง รัฐมนตรี สำคัญ หลัก ช่วง ร่วม รวม พวกเรา
  です ます でした ました ください 下さい お願い 教え 教えて 知り たい 何 なに なん どう どの どれ どこ いつ 誰 だれ なぜ どんな これ それ あれ この その あの ここ そこ こと もの 方 ため 点 場合 時 年 月 日 人 名 件 今 回 前 後 中 内 的 等 など 一文 簡単 詳しく 具体 具体的 説明 質問 回答 確認 資料 文書 発表 情報 内容 記載 記述 言及 話 言葉 部分 概要 全体 上記 以下 両方 側 国 政府 省 大臣 必要 可能 正式 公式 最初 最後 二つ 三つ 一つ 箇条書き 行 読み 見 聞 書 会社 方々 様 私 我々 弊社 上司 会議 スライド メモ まとめ 一覧
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const HIRAGANA_ONLY = /^[\p{sc=Hiragana}ー]+$/u
const NO_LETTER = /^[^\p{L}]+$/u

/** Is this word of a canonical text grammar, courtesy or a way of asking? */
export function isFunctionWord(word: string): boolean {
  return word.length < 2 || NO_LETTER.test(word) || HIRAGANA_ONLY.test(word) || FUNCTION_WORDS.has(word)
}
