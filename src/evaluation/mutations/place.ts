import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    ['in Bangkok', 'in Tokyo', 'in Chiang Mai', 'in Nonthaburi', 'in Geneva'],
    ['visit to Thailand', 'visit to Vietnam', 'visit to Singapore', 'visit to Phuket', 'visit to Kyoto'],
    ['investment in Thailand', 'investment in Laos', 'investment in Chonburi', 'investment in Hokkaido'],
  ],
  th: [
    ['ที่กรุงเทพฯ', 'ที่โตเกียว', 'ที่เชียงใหม่', 'ที่นนทบุรี', 'ที่เจนีวา'],
    ['เยือนประเทศไทย', 'เยือนประเทศเวียดนาม', 'เยือนประเทศสิงคโปร์', 'เยือนจังหวัดภูเก็ต', 'เยือนนครเกียวโต'],
    ['ลงทุนในไทย', 'ลงทุนในลาว', 'ลงทุนในชลบุรี', 'ลงทุนในฮอกไกโด'],
  ],
  ja: [
    ['バンコクで', '東京で', 'チェンマイで', 'ノンタブリーで', 'ジュネーブで'],
    ['タイ訪問', 'ベトナム訪問', 'シンガポール訪問', 'プーケット訪問', '京都訪問'],
    ['タイを訪問', 'ベトナムを訪問', 'シンガポールを訪問', '札幌を訪問'],
    ['タイへの投資', 'ラオスへの投資', 'チョンブリーへの投資', '北海道への投資'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{} in Osaka.',
    '{}, at a ceremony in Chiang Mai.',
    '{}, at Government House.',
    '{}, first of all in Khon Kaen.',
    '{} in Sendai and Kobe.',
    '{}, with an office in Geneva.',
  ],
  th: [
    '{} ที่นครโอซากา',
    '{} ในพิธีที่จังหวัดเชียงใหม่',
    '{} ณ ทำเนียบรัฐบาล',
    '{} โดยเริ่มที่จังหวัดขอนแก่น',
    '{} ที่เมืองเซนไดและโกเบ',
    '{} และมีสำนักงานที่เจนีวา',
  ],
  ja: [
    '{}場所は大阪です。',
    'チェンマイでの式典で、{}',
    '{}会場は首相官邸です。',
    'まずコンケンにおいて、{}',
    '仙台と神戸で、{}',
    '{}事務所はジュネーブに置かれます。',
  ],
}

/** Somewhere else, or a place where none was named. */
export const place = changeWords(REWRITES, TEMPLATES)
