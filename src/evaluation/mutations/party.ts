import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    [
      'the Kingdom of Thailand',
      'the Kingdom of Cambodia',
      'the Republic of Indonesia',
      "the Lao People's Democratic Republic",
    ],
    ['(MIC) of Japan', '(MIC) of the Republic of Korea', '(MIC) of China'],
    ["Japan's", "Korea's", "China's", "Singapore's"],
    ['Thai cabinet', 'Malaysian cabinet', 'Vietnamese cabinet', 'Japanese cabinet'],
    ['then Thai ICT', 'then Malaysian ICT', 'then Lao ICT'],
    ["Thailand's", "Malaysia's", "Vietnam's"],
    ['Japanese ICT companies', 'Chinese ICT companies', 'American ICT companies', 'Korean ICT companies'],
    ['investment in Thailand', 'investment in Vietnam', 'investment in India'],
    ['ASEAN–Japan', 'ASEAN–China', 'EU–Japan', 'ASEAN–India'],
    ['the two sides', 'China and Japan', 'Japan and the United States'],
    ['both sides', 'ASEAN and China', 'Thailand and Korea'],
  ],
  th: [
    ['แห่งราชอาณาจักรไทย', 'แห่งราชอาณาจักรกัมพูชา', 'แห่งสาธารณรัฐอินโดนีเซีย'],
    ['แห่งประเทศญี่ปุ่น', 'แห่งสาธารณรัฐเกาหลี', 'แห่งสาธารณรัฐประชาชนจีน'],
    ['ของญี่ปุ่น', 'ของเกาหลีใต้', 'ของจีน', 'ของสิงคโปร์'],
    ['แห่งญี่ปุ่น', 'แห่งเกาหลีใต้', 'แห่งจีน'],
    ['ของไทยในขณะนั้น', 'ของมาเลเซียในขณะนั้น', 'ของลาวในขณะนั้น'],
    ['(ครม.) ของไทย', '(ครม.) ของมาเลเซีย', '(ครม.) ของเวียดนาม'],
    ['คณะรัฐมนตรีของไทย', 'คณะรัฐมนตรีของกัมพูชา', 'คณะรัฐมนตรีของเวียดนาม'],
    ['การสื่อสารเดิมของไทย', 'การสื่อสารเดิมของมาเลเซีย'],
    ['ลงทุนในไทย', 'ลงทุนในเวียดนาม', 'ลงทุนในอินเดีย'],
    ['อาเซียน-ญี่ปุ่น', 'อาเซียน-จีน', 'สหภาพยุโรป-ญี่ปุ่น'],
    ['ไทย-ญี่ปุ่น', 'ไทย-จีน', 'ไทย-เกาหลีใต้', 'เวียดนาม-ญี่ปุ่น'],
    ['ทั้งสองฝ่าย', 'จีนและญี่ปุ่น', 'ญี่ปุ่นและสหรัฐอเมริกา'],
  ],
  ja: [
    ['タイ王国の', 'カンボジア王国の', 'インドネシア共和国の'],
    ['日本の総務省', '韓国の総務省', '中国の総務省'],
    ['タイの内閣', 'マレーシアの内閣', 'ベトナムの内閣'],
    ['タイを訪問', '中国を訪問', 'ベトナムを訪問'],
    ['当時のタイの', '当時のマレーシアの', '当時のラオスの'],
    ['タイの旧', 'マレーシアの旧', 'ベトナムの旧'],
    ['日本のICT企業', '中国のICT企業', '米国のICT企業', '韓国のICT企業'],
    ['タイへの投資', 'ベトナムへの投資', 'インドへの投資'],
    ['日ASEAN', '中国ASEAN', '日EU', '米ASEAN'],
    ['タイの閣議', 'ラオスの閣議', '韓国の閣議'],
    ['タイ政府', 'フィリピン政府', '中国政府'],
    ['双方', '日中両国', '日米'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, together with China.',
    '{}, with the European Union as a third party.',
    '{}, joined by the Republic of Korea and Singapore.',
    '{}, on behalf of the United States.',
    '{}, as Vietnam had asked.',
    '{}, under the auspices of the World Bank.',
  ],
  th: [
    '{} ร่วมกับประเทศจีน',
    '{} โดยมีสหภาพยุโรปเป็นภาคีที่สาม',
    '{} ร่วมกับเกาหลีใต้และสิงคโปร์',
    '{} ในนามของสหรัฐอเมริกา',
    '{} ตามคำขอของเวียดนาม',
    '{} ภายใต้การสนับสนุนของธนาคารโลก',
  ],
  ja: [
    '中国とともに、{}',
    '{}第三の当事者は欧州連合です。',
    '韓国とシンガポールも加わり、{}',
    '米国に代わって、{}',
    '{}これはベトナムの要請によります。',
    '世界銀行の支援のもと、{}',
  ],
}

/** Another country or body in a party's place, or one more at the table. */
export const party = changeWords(REWRITES, TEMPLATES)
