import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    [/\b5G\b/u, '6G', '4G', '3G'],
    ['the two sides', 'the three sides', 'the four sides'],
    ['both sides', 'all four sides', 'the three sides'],
    ['The parties are', 'The three parties are'],
    ['issued a joint statement', 'issued two joint statements', 'issued 3 joint statements'],
    ['joint projects', '12 joint projects', 'twenty joint projects'],
    ['experts and specialists', '200 experts and specialists', 'forty experts and specialists'],
    ['Japanese ICT companies', '45 Japanese ICT companies', 'thirty Japanese ICT companies'],
    ['cybersecurity personnel', '1,500 cybersecurity personnel', 'two thousand cybersecurity personnel'],
    ['demonstrations and academic', 'six demonstrations and four academic'],
    ['state agencies', '17 state agencies', 'nine state agencies'],
    ['the principles of', 'the five principles of', 'the 7 principles of'],
    ['senior executives', 'eight senior executives', '14 senior executives'],
    ['during a visit', 'during a third visit', 'during a second visit'],
    ['faster investment', '30 per cent faster investment', '2.5 times faster investment'],
  ],
  th: [
    ['5G', '6G', '4G', '3G'],
    ['ทั้งสองฝ่าย', 'ทั้งสามฝ่าย', 'ทั้งสี่ฝ่าย'],
    ['2 ฝ่าย', '3 ฝ่าย', '๔ ฝ่าย'],
    ['คู่ภาคีคือ', 'คู่ภาคีทั้ง 3 หน่วยงานคือ'],
    ['ได้ออกแถลงการณ์ร่วม', 'ได้ออกแถลงการณ์ร่วม 2 ฉบับ', 'ได้ออกแถลงการณ์ร่วมสามฉบับ'],
    ['โครงการร่วมต่าง ๆ', 'โครงการร่วม 12 โครงการ', 'โครงการร่วมยี่สิบโครงการ'],
    ['โครงการร่วมต่างๆ', 'โครงการร่วม 12 โครงการ', 'โครงการร่วม ๑๕ โครงการ'],
    ['ผู้เชี่ยวชาญและผู้ชำนาญการ', 'ผู้เชี่ยวชาญและผู้ชำนาญการ 200 คน', 'ผู้เชี่ยวชาญและผู้ชำนาญการ ๔๐ คน'],
    ['บริษัทด้านไอซีทีของญี่ปุ่น', 'บริษัทด้านไอซีทีของญี่ปุ่น 45 แห่ง', 'บริษัทด้านไอซีทีของญี่ปุ่นสามสิบแห่ง'],
    ['เพื่อพัฒนาบุคลากร', 'เพื่อพัฒนาบุคลากร 1,500 คน', 'เพื่อพัฒนาบุคลากรสองพันคน'],
    ['หน่วยงานรัฐ', 'หน่วยงานรัฐ 17 แห่ง', 'หน่วยงานรัฐเก้าแห่ง'],
    ['ตั้งอยู่บนหลัก', 'ตั้งอยู่บนหลัก 5 ประการ ได้แก่'],
    ['คณะผู้บริหารระดับสูง', 'คณะผู้บริหารระดับสูง 8 คน', 'คณะผู้บริหารระดับสูงสิบสี่คน'],
    ['ระหว่างการเยือนประเทศไทย', 'ระหว่างการเยือนประเทศไทยครั้งที่ 3'],
    ['การเร่งลงทุน', 'การเร่งลงทุนขึ้นร้อยละ 30', 'การเร่งลงทุนเพิ่ม 2.5 เท่า'],
  ],
  ja: [
    ['5G', '6G', '4G', '3G'],
    ['双方', '三者', '4者'],
    ['当事者は、', '3つの当事者は、', '当事者の3機関は、'],
    ['共同声明を発表', '2件の共同声明を発表', '三つの共同声明を発表'],
    ['共同プロジェクト', '12件の共同プロジェクト', '二十の共同プロジェクト'],
    ['専門家や熟練者', '200人の専門家や熟練者', '四十名の専門家や熟練者'],
    ['日本のICT企業', '日本のICT企業45社', '日本のICT企業三十社'],
    ['サイバーセキュリティ人材', '1500人のサイバーセキュリティ人材', '二千人のサイバーセキュリティ人材'],
    ['実証実験と学術会議', '6回の実証実験と4回の学術会議'],
    ['国の機関', '17の国の機関', '九つの国の機関'],
    ['という原則', 'という5つの原則', 'という七つの原則'],
    ['総務省幹部', '総務省幹部8名', '総務省幹部十四人'],
    ['タイを訪問した', 'タイを3回訪問した'],
    ['投資の加速', '投資の30%の加速', '投資の2.5倍の加速'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, with a budget of 300 million baht.',
    '{}, covering 12 projects.',
    '{}, at a cost of 2.5 billion yen.',
    '{}, in which 45 companies take part.',
    '{}, up by 15 per cent.',
    '{}, for about one thousand two hundred officials.',
    '{}, one of nine priorities.',
  ],
  th: [
    '{} วงเงิน 300 ล้านบาท',
    '{} จำนวน 12 โครงการ',
    '{} ใช้งบประมาณ 2.5 พันล้านเยน',
    '{} โดยมีบริษัทเข้าร่วม 45 แห่ง',
    '{} เพิ่มขึ้นร้อยละ 15',
    '{} สำหรับเจ้าหน้าที่หนึ่งพันสองร้อยคน',
    '{} รวม ๙ ด้าน',
  ],
  ja: [
    '3億バーツの予算で、{}',
    '{}対象は12件のプロジェクトです。',
    '25億円をかけて、{}',
    '{}45社が参加します。',
    '{}これは15%の増加です。',
    '{}約千二百人の職員が対象です。',
    '九つの重点の一つとして、{}',
  ],
}

/** Another number, or one where there was none. */
export const number = changeWords(REWRITES, TEMPLATES)
