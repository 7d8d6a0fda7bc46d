import fc from 'fast-check'

const FRAGMENTS = (
  '5 ๕ 22 ๖๕ 65 2022 2565 ๒๕๖๕ 令和 平成 元 年 月 日 日間 年度 八 二十九 Aug August May Friday, Fri ส.ค. สค สิงหาคม เดือน ปี พ.ศ. ค.ศ. ' +
  "วันที่ วันศุกร์ที่ วัน ถึง และ to and of the th ' - – 〜 / . , ( ) から と 、 B.E. BE CE Reiwa R4 ปีเรวะที่ 100 1,000 2.5 ล้าน บาท % " +
  'ที่ ครั้งที่ คน days GHz ข้อ มาตรา 第 条 億 万 円 สาม three $ ปีงบประมาณ 5G https://a.go.th/57536 \u00a0 \u200b * ** \n \n\n'
).split(' ')

/** Texts made of what dates and quantities are made of, and of anything else. */
export const numberedText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS, ' ') }, fc.string({ unit: 'binary', maxLength: 3 })),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''))
