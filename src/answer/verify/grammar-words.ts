/**
 * Words that carry no fact of their own: grammar, courtesy, and the nouns of dates. Negation, modality and claims of
 * completeness are among them because rules of their own hold them against the quotes. What tells a state of affairs (still,
 * now, already) is not.
 */
const GRAMMAR_WORDS: ReadonlySet<string> = new Set(
  `
  a an the this that these those it its they them their he she his her him who whom whose which what when where why how there here
  is are was were be been being am do does did has have had having of in on at to for from by with within into onto upon over under
  between among during after before until as than then and or but nor so if both either each per via through throughout toward towards
  while whereas because since although though also too well further furthermore moreover thus therefore hence thereby such
  namely according respectively specifically as-well other another
  will would shall should may might must can could cannot not no never none neither without all only entire whole every
  have-to need required
  day days date dates dated year years month months time be. b.e c.e ad a.d reiwa heisei showa era buddhist gregorian
  one ones two
  ที่ ซึ่ง อัน ว่า คือ เป็น อยู่ ได้ ก็ ของ แห่ง ใน บน กับ และ หรือ แต่ โดย จาก ถึง ตั้งแต่ จน เมื่อ ตอน ภายใต้ ภายใน ตาม ต่อ เพื่อ ให้
  ด้วย ทั้ง ทาง นี้ นั้น ดัง ดังกล่าว ดังนี้ ดังนั้น อย่าง แบบ ๆ การ ความ ผู้ มี วัน วันที่ เดือน ปี พ.ศ ค.ศ พศ คศ ครับ ค่ะ นะคะ
  ไป มา ไว้ ขึ้น ลง กัน เอง ตัว ทั้งนี้ อีก อีกทั้ง ตลอดจน พร้อม พร้อมทั้ง พร้อมกับ เป็นการ ไม่ว่า กล่าวคือ ตลอด ร่วมกับ
  จะ อาจ ต้อง ควร สามารถ ไม่ มิ ได้แก่ ทั้งหมด เท่านั้น เพียง ทุก ถูก เรวะ เฮเซ โชวะ ที่มี เข้า ออก เข้ากับ ครั้ง ยัง นำ ทำ
  แล้ว ส่วน แก่ แด่ เพราะ จึง เนื่องจาก ระหว่าง ขณะ ช่วง ภาย หลังจาก ก่อนหน้า ข้าง สำหรับ ว่าด้วย เกี่ยวกับ แต่ละ เข้ามา ผ่าน เช่นกัน เช่นเดียวกัน เป็นต้นมา นำมา
  ล้วน นอกจาก นอกจากนี้ รวมทั้ง รวม ตรงกับ หนึ่ง สอง อื่น
  の に は が と を で や も へ か よ ね ば さ し せ た て だ な ま す き く け げ づ い う え お り る れ ら わ べ じ って てい です ます まし ました ません
  した する しま しています して される された せる れる られ られる まれ われ われる こと ことに もの ある あり ありま あっ あたっ あたった にあたります いる おり おっ おき における
  において について に関する による により によって によれ によれば によると として という といった といい とともに とは では には へは への での ため そのため うえ うち よう ように ほか
  ほど など または および ならびに かつ そして それ それに それぞれ その そこ この これ ここ これら どの だっ であ であり なる なり なっ となり えて わり をもって もって たとえば つまり すなわち
  いえ いえば いずれ さらに まず また とき ところ ごろ ころ もと まま たり ながら すでに さまざま さん さま たち ひとつ うか どおり とおり なお まで から より しか だけ のみ ない なく なかっ ず
  なけれ たい ふさわしい くらい ぐらい かも しれ とする ことになって しています ねらい っ あ あら ゆ にお たっ でし でした ましょ
  同 年 月 日 時 的 等 間 氏 旨 点 事 物 方 上 下 中 内 後 次 者 令和 平成 昭和 西暦 仏暦 元年 年月日 両 全 他
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const NO_LETTER = /^[^\p{L}]+$/u

/** Of a canonical text. */
export function isGrammarWord(word: string): boolean {
  return NO_LETTER.test(word) || GRAMMAR_WORDS.has(word)
}
