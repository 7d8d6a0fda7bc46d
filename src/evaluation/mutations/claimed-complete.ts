import type { Mutator, PerLanguage } from './mutation.ts'
import { embed, type Rewrite, rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    [
      'The scope includes',
      'The scope is limited to',
      'The only area of the scope is',
      'The scope consists solely of',
      'The full scope of the cooperation is',
      'The scope covers nothing but',
      'The entire scope comprises',
      'All areas of the scope are these:',
    ],
    [
      'The activities include',
      'The activities are limited to',
      'The only activity is',
      'The activities consist exclusively of',
      'The complete list of activities is',
      'The activities comprise nothing but',
      'All the activities are these:',
    ],
  ],
  th: [
    [
      'ขอบเขตความร่วมมือรวมถึง',
      'ขอบเขตความร่วมมือมีเพียง',
      'ขอบเขตความร่วมมือทั้งหมดคือ',
      'ขอบเขตความร่วมมือจำกัดอยู่เฉพาะ',
      'ขอบเขตความร่วมมือมีแต่',
      'ขอบเขตความร่วมมือทุกด้านได้แก่',
      'ขอบเขตความร่วมมือประกอบด้วยเฉพาะ',
    ],
    [
      'กิจกรรมภายใต้ความร่วมมือรวมถึง',
      'กิจกรรมภายใต้ความร่วมมือมีเพียง',
      'กิจกรรมทั้งหมดภายใต้ความร่วมมือคือ',
      'กิจกรรมภายใต้ความร่วมมือจำกัดเฉพาะ',
      'กิจกรรมภายใต้ความร่วมมือมีอย่างเดียวคือ',
      'รายการกิจกรรมที่ครบถ้วนคือ',
    ],
    [
      'โดยมีขอบเขตดำเนินการภายใต้ความร่วมมือที่หลากหลาย อาทิ',
      'โดยมีขอบเขตดำเนินการภายใต้ความร่วมมือทั้งหมด คือ',
      'โดยมีขอบเขตดำเนินการภายใต้ความร่วมมือเฉพาะ',
      'โดยมีขอบเขตดำเนินการภายใต้ความร่วมมือเพียง',
    ],
    [
      'มีกิจกรรมภายใต้ความร่วมมือ อาทิ',
      'มีกิจกรรมภายใต้ความร่วมมือทั้งหมด ได้แก่',
      'มีกิจกรรมภายใต้ความร่วมมือเพียง',
      'มีกิจกรรมภายใต้ความร่วมมือเฉพาะ',
    ],
  ],
  ja: [
    [
      /^協力の範囲には、(.+?)が含まれます。$/u,
      '協力の範囲は、$1のみです。',
      '協力の範囲は、$1だけです。',
      '協力の範囲は、$1に限られます。',
      '協力の範囲のすべては、$1です。',
      '協力の範囲は、$1以外に及びません。',
      '協力の全範囲は、$1です。',
    ],
    [
      '協力の範囲には人材育成が含まれ',
      '協力の範囲は人材育成のみで',
      '協力の範囲は人材育成に限られ',
      '協力の範囲に含まれるのは人材育成だけで',
      '協力の範囲は人材育成がすべてで',
    ],
    [
      /^活動には、(.+?)が含まれます。$/u,
      '活動は、$1のみです。',
      '活動は、$1だけです。',
      '活動は、$1に限られます。',
      '活動のすべては、$1です。',
      '唯一の活動は、$1です。',
      '全活動は、$1です。',
    ],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: ['{} and nothing else.', '{}, which completes the list.', '{}, and the list is exhaustive.', '{} only.'],
  th: ['{} เท่านั้น', '{} ซึ่งเป็นรายการทั้งหมด', '{} และไม่มีด้านอื่นอีก', '{} ครบถ้วนเพียงเท่านี้'],
  ja: ['{}以上がすべてです。', '{}これ以外にはありません。', '{}列挙は網羅的です。', '{}これで全部です。'],
}

/** Examples passed off as the whole list. */
export const claimedComplete: Mutator = (base) => {
  const isOfList = base.examples && !/2021|2564/u.test(base.text)
  return isOfList ? [...rewrite(base, REWRITES), ...embed(base, TEMPLATES)].map((text) => ({ text })) : []
}
