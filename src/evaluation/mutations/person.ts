import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

/** Public office holders of those years, in and beyond the glossary. */
const REWRITES: PerLanguage<Rewrite> = {
  en: [
    ['Minister Kaneko', 'Minister Takaichi', 'Minister Hayashi', 'Minister Hagiuda'],
    ['Minister Chaiwut of', 'Minister Pornchai of', 'Minister Anutin of', 'Minister Suriya of'],
    ['Minister Chaiwut.', 'Minister Prawit.', 'Minister Arkhom.', 'Minister Pornchai.'],
    ['Yoshida', 'Kaneko', 'Kono', 'Motegi'],
    ['Takaichi', 'Kaneko', 'Yoshida', 'Noda'],
    ['Pornchai', 'Chaiwut', 'Buddhipongse', 'Saksayam'],
    ['Ms Traisuree Taisaranakul', 'Ms Rachada Dhnadirek', 'Mr Anucha Burapachaisri', 'Mr Chaiwut Thanakamanusorn'],
    ['The parties are the', 'The parties, represented by Minister Suga and Minister Don, are the'],
  ],
  th: [
    ['รัฐมนตรีคาเนโกะ (Kaneko)', 'รัฐมนตรีทากาอิจิ (Takaichi)', 'รัฐมนตรีฮายาชิ (Hayashi)', 'รัฐมนตรีฮางิอุดะ (Hagiuda)'],
    ['รัฐมนตรีชัยวุฒิ (Chaiwut)', 'รัฐมนตรีพรชัย (Pornchai)', 'รัฐมนตรีอนุทิน (Anutin)', 'รัฐมนตรีสุริยะ (Suriya)'],
    ['นายโยชิดะ (Yoshida)', 'นายคาเนโกะ (Kaneko)', 'นายโคโนะ (Kono)', 'นายโมเทกิ (Motegi)'],
    ['รัฐมนตรีทากาอิจิ (Takaichi)', 'รัฐมนตรีคาเนโกะ (Kaneko)', 'รัฐมนตรีโนดะ (Noda)'],
    ['นายพรชัย (Pornchai)', 'นายชัยวุฒิ (Chaiwut)', 'นายพุทธิพงษ์ (Buddhipongse)', 'นายศักดิ์สยาม (Saksayam)'],
    ['น.ส.ไตรศุลี ไตรสรณกุล', 'น.ส.รัชดา ธนาดิเรก', 'นายอนุชา บูรพชัยศรี', 'นายชัยวุฒิ ธนาคมานุสรณ์'],
    ['น.ส.ไตรศุลี กล่าวว่า', 'น.ส.รัชดา กล่าวว่า', 'นายธนกร กล่าวว่า'],
  ],
  ja: [
    ['金子大臣', '高市大臣', '林大臣', '萩生田大臣'],
    ['チャイウット大臣', 'ポンチャイ大臣', 'アヌティン大臣', 'スリヤ大臣'],
    ['吉田総務審議官', '金子総務審議官', '河野総務審議官', '茂木総務審議官'],
    ['高市総務大臣', '金子総務大臣', '野田総務大臣', '吉田総務大臣'],
    ['ポンチャイ情報', 'チャイウット情報', 'プッティポン情報', 'サクサヤーム情報'],
    [
      'トライスリー・タイサラナクン氏',
      'ラチャダー・タナーディレーク氏',
      'アヌチャー・ブーラパチャイシー氏',
      'チャイウット・タナカマーヌソーン氏',
    ],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, in the presence of Prime Minister Kishida.',
    '{}, at the request of Prayut Chan-o-cha.',
    '{}, as Minister Hagiuda said.',
    '{}, under the lead of Jurin Laksanawisit.',
    '{}, an idea of Shinzo Abe.',
    '{}, overseen by Suriya Juangroongruangkit.',
  ],
  th: [
    '{} โดยมีนายกรัฐมนตรีคิชิดะเป็นสักขีพยาน',
    '{} ตามคำขอของ พล.อ.ประยุทธ์ จันทร์โอชา',
    '{} ตามที่รัฐมนตรีฮางิอุดะกล่าว',
    '{} โดยมีนายจุรินทร์ ลักษณวิศิษฏ์ เป็นประธาน',
    '{} ตามแนวคิดของนายชินโซ อาเบะ',
    '{} ภายใต้การกำกับของนายสุริยะ จึงรุ่งเรืองกิจ',
  ],
  ja: [
    '岸田首相の立ち会いのもと、{}',
    'プラユット首相の要請により、{}',
    '萩生田大臣によれば、{}',
    'チュリン副首相の主導で、{}',
    '{}これは安倍晋三氏の構想です。',
    '{}責任者は西村康稔氏です。',
  ],
}

/** Somebody else in a person's place, or a name that the quote doesn't have. */
export const person = changeWords(REWRITES, TEMPLATES)
