import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    [
      'approved the draft MoC',
      'signed the MoC',
      'rejected the draft MoC',
      'ratified the MoC',
      'cancelled the MoC',
      'put the MoC into force',
      'drafted the MoC',
    ],
    [
      'was signed',
      'entered into force',
      'was cancelled',
      'was terminated',
      'was rejected',
      'was ratified',
      'expired',
      'was approved in draft',
    ],
    [
      'the signing was planned for',
      'the signing was cancelled on',
      'the signing was postponed from',
      'the MoC entered into force on',
    ],
    [
      'whose term ended on',
      'which has been in force since',
      'whose term began on',
      'whose term was extended on',
      'which was cancelled on',
    ],
    [
      'which the two sides signed in 2017',
      'which the two sides drafted in 2017',
      'which the two sides terminated in 2017',
      'which the two sides rejected in 2017',
    ],
    [', ended on', ', was extended on', ', began on', ', was suspended on'],
    ['replaces the earlier one', 'extends the earlier one', 'amends the earlier one', 'cancels the earlier one'],
    [
      'issued a joint statement',
      'withdrew a joint statement',
      'drafted a joint statement',
      'cancelled a joint statement',
    ],
    ['The document was exchanged', 'The document was ratified', 'The document was revoked', 'The draft was exchanged'],
    ['The parties are', 'The parties to the MoC now in force are', 'The parties to the expired MoC are'],
  ],
  th: [
    ['เห็นชอบร่างบันทึก', 'ลงนามในบันทึก', 'ปฏิเสธร่างบันทึก', 'ให้สัตยาบันบันทึก', 'ยกเลิกบันทึก', 'ประกาศใช้บันทึก', 'ยกร่างบันทึก'],
    ['เห็นชอบร่างความร่วมมือ', 'ลงนามความร่วมมือ', 'ปัดตกร่างความร่วมมือ', 'ยกเลิกความร่วมมือ', 'ให้สัตยาบันความร่วมมือ'],
    ['ลงนามเมื่อวันที่', 'มีผลใช้บังคับเมื่อวันที่', 'ถูกยกเลิกเมื่อวันที่', 'สิ้นสุดลงเมื่อวันที่', 'ได้รับสัตยาบันเมื่อวันที่', 'ถูกปฏิเสธเมื่อวันที่'],
    ['กำหนดการลงนามฉบับใหม่คือ', 'การยกเลิกฉบับใหม่คือ', 'ฉบับใหม่มีผลใช้บังคับแล้วตั้งแต่', 'กำหนดการลงนามฉบับใหม่เลื่อนจาก'],
    ['ซึ่งสิ้นสุดอายุการบังคับเมื่อวันที่', 'ซึ่งยังมีผลบังคับอยู่ตั้งแต่วันที่', 'ซึ่งเริ่มใช้บังคับเมื่อวันที่', 'ซึ่งต่ออายุเมื่อวันที่', 'ซึ่งถูกยกเลิกเมื่อวันที่'],
    ['สิ้นสุดอายุการบังคับแล้วเมื่อวันที่', 'มีผลบังคับต่อไปตั้งแต่วันที่', 'ได้รับการต่ออายุเมื่อวันที่', 'ถูกระงับเมื่อวันที่'],
    ['และได้สิ้นสุดอายุการบังคับเมื่อวันที่', 'และยังมีผลบังคับอยู่จนถึงหลังวันที่', 'และได้ต่ออายุเมื่อวันที่'],
    ['ใช้แทนฉบับเดิม', 'ต่ออายุฉบับเดิม', 'แก้ไขเพิ่มเติมฉบับเดิม', 'ยกเลิกฉบับเดิม'],
    ['ได้ออกแถลงการณ์ร่วม', 'ได้ถอนแถลงการณ์ร่วม', 'ได้ยกร่างแถลงการณ์ร่วม', 'ได้ยกเลิกแถลงการณ์ร่วม'],
    ['การแลกเปลี่ยนเอกสารมีขึ้น', 'การให้สัตยาบันเอกสารมีขึ้น', 'การยกเลิกเอกสารมีขึ้น'],
    ['คู่ภาคีคือ', 'คู่ภาคีของฉบับที่มีผลบังคับแล้วคือ', 'คู่ภาคีของฉบับที่สิ้นสุดแล้วคือ'],
  ],
  ja: [
    [
      'の案を承認しました',
      'に署名しました',
      'の案を否決しました',
      'を批准しました',
      'を破棄しました',
      'を発効させました',
      'の案を起草しました',
    ],
    [
      '署名されました',
      '発効しました',
      '破棄されました',
      '終了しました',
      '否決されました',
      '批准されました',
      '失効しました',
    ],
    ['署名は2022年8月5日に、', '発効は2022年8月5日に、', '署名の中止は2022年8月5日に、'],
    ['予定されていました', '中止されました', '延期されていました'],
    ['有効期間が終了した前の', '発効した前の', '延長された前の', '今も有効な前の', '破棄された前の'],
    ['有効期間が終了しました', '有効期間が延長されました', '発効しました', '効力が停止されました'],
    ['に代わるものです', 'を延長するものです', 'を改正するものです', 'を破棄するものです'],
    ['共同声明を発表しました', '共同声明を撤回しました', '共同声明の案を作成しました', '共同声明を取り消しました'],
    ['署名文書の交換', '批准書の交換', '草案の交換'],
    ['当事者は、', '発効済みの覚書の当事者は、', '失効した覚書の当事者は、'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, which is now in force.',
    '{}, which both parliaments have ratified.',
    '{}, a plan that was cancelled.',
    '{}, a point that was rejected.',
    '{}, and this remains legally binding.',
    '{}, a step that was suspended.',
  ],
  th: [
    '{} ซึ่งมีผลใช้บังคับแล้ว',
    '{} ซึ่งให้สัตยาบันแล้ว',
    '{} ซึ่งถูกยกเลิกไปแล้ว',
    '{} ซึ่งถูกปฏิเสธ',
    '{} ซึ่งมีผลผูกพันทางกฎหมาย',
    '{} ซึ่งอยู่ระหว่างระงับใช้',
  ],
  ja: [
    '{}これはすでに発効しています。',
    '{}これはすでに批准されました。',
    '{}この計画は中止されました。',
    '{}この点は否決されました。',
    '{}これは法的拘束力を持ちます。',
    '{}現在は停止中です。',
  ],
}

/** Another state of affairs: signed for approved, in force for ended, cancelled, rejected, ratified. */
export const status = changeWords(REWRITES, TEMPLATES)
