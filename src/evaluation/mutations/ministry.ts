import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    [
      'Ministry of Internal Affairs and Communications (MIC)',
      'Ministry of Economy, Trade and Industry (METI)',
      'Ministry of Foreign Affairs',
      'Ministry of Justice',
    ],
    [
      'Ministry of Digital Economy and Society (MDES)',
      'Ministry of Commerce',
      'Ministry of Transport',
      'Ministry of Culture',
    ],
    ['In Japanese, MIC', 'In Japanese, METI', 'In Japanese, the Digital Agency'],
    ['According to MIC', 'According to METI', 'According to the Ministry of Defence', 'According to MLIT'],
    [
      'between MIC and MDES',
      'between METI and MDES',
      'between MIC and the NBTC',
      'between MIC and the Ministry of Finance',
    ],
    [
      'between MDES and MIC',
      'between MDES and METI',
      'between the Ministry of Commerce and MIC',
      'between DEPA and MIC',
    ],
    ['Kaneko of MIC', 'Kaneko of METI', 'Kaneko of the Ministry of Finance'],
    ['Chaiwut of MDES', 'Chaiwut of the Ministry of Industry', 'Chaiwut of the Ministry of Education'],
    ['executives of MIC', 'executives of METI', 'executives of JICA', 'executives of the Cabinet Office'],
    ["by MIC's", "by METI's", "by the Foreign Ministry's"],
    ["MIC's release", "METI's release", "The Digital Agency's release"],
    ["Japan's MIC", "Japan's METI", "Japan's Ministry of Justice"],
    [
      'Ministry of Information and Communication Technology',
      'Ministry of Science and Technology',
      'Ministry of Transport',
    ],
    ['Office of the Prime Minister', 'Ministry of Foreign Affairs', 'Ministry of Digital Economy and Society'],
    ['Thai ICT minister', 'Thai finance minister', 'Thai foreign minister'],
    ['The Thai cabinet release', 'The release of the Ministry of Commerce', "The Thai parliament's release"],
    [
      'the Thai cabinet approved',
      'the Thai parliament approved',
      'the Ministry of Finance approved',
      'the NBTC approved',
    ],
  ],
  th: [
    ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม (MDES)', 'กระทรวงพาณิชย์', 'กระทรวงคมนาคม', 'กระทรวงวัฒนธรรม'],
    ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม แห่ง', 'กระทรวงพาณิชย์ แห่ง', 'กระทรวงการคลัง แห่ง'],
    [
      'กระทรวงกิจการภายในและการสื่อสาร (MIC)',
      'กระทรวงเศรษฐกิจ การค้าและอุตสาหกรรม (METI)',
      'กระทรวงการต่างประเทศ',
      'กระทรวงยุติธรรม',
    ],
    ['กระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC)', 'กระทรวงเศรษฐกิจ การค้าและอุตสาหกรรมของญี่ปุ่น (METI)', 'สำนักงานดิจิทัลของญี่ปุ่น'],
    ['กระทรวงกิจการภายในและการสื่อสารแห่ง', 'กระทรวงการต่างประเทศแห่ง', 'กระทรวงกลาโหมแห่ง'],
    ['แห่ง MIC', 'แห่ง METI', 'แห่งกระทรวงการคลัง'],
    ['แห่ง MDES', 'แห่งกระทรวงอุตสาหกรรม', 'แห่งกระทรวงศึกษาธิการ'],
    ['ของ MIC', 'ของ METI', 'ของกระทรวงการต่างประเทศ'],
    ['กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร', 'กระทรวงวิทยาศาสตร์และเทคโนโลยี', 'กระทรวงคมนาคม'],
    ['สำนักนายกรัฐมนตรี', 'กระทรวงการต่างประเทศ', 'กระทรวงพาณิชย์'],
    ['คณะรัฐมนตรี (ครม.) ของไทย', 'รัฐสภาของไทย', 'กระทรวงการคลังของไทย', 'กสทช. ของไทย'],
    ['มติคณะรัฐมนตรีของไทย', 'มติรัฐสภาของไทย', 'ของกระทรวงพาณิชย์ของไทย'],
    [/^ครม\./u, 'กสทช.', 'กระทรวงพาณิชย์'],
  ],
  ja: [
    ['デジタル経済社会省', '商務省', '運輸省', '文化省'],
    ['総務省(MIC)', '経済産業省(METI)', '外務省', '法務省'],
    ['総務省の', '経済産業省の', 'デジタル庁の', '防衛省の', '国土交通省の'],
    ['総務省と、', '経済産業省と、', '財務省と、'],
    ['総務省幹部', '経済産業省幹部', 'JICA幹部', '内閣府幹部'],
    ['旧情報通信技術省', '旧科学技術省', '旧運輸省'],
    ['首相府', '外務省', '商務省'],
    ['タイの内閣は', 'タイの国会は', 'タイの財務省は', 'NBTCは'],
    ['タイ政府の閣議', 'タイ商務省の会議', 'タイ国会'],
  ],
}

const TEMPLATES: PerLanguage<string> = {
  en: [
    '{}, together with the Ministry of Commerce.',
    '{}, with the support of JICA.',
    '{}, supervised by the NBTC.',
    '{}, as METI proposed.',
    '{}, with the consent of the Ministry of Culture.',
    '{}, through the Bank of Thailand.',
  ],
  th: [
    '{} ร่วมกับกระทรวงพาณิชย์',
    '{} โดยได้รับการสนับสนุนจากไจก้า',
    '{} ภายใต้การกำกับของ กสทช.',
    '{} ตามข้อเสนอของ METI',
    '{} โดยความเห็นชอบของกระทรวงวัฒนธรรม',
    '{} ผ่านธนาคารแห่งประเทศไทย',
  ],
  ja: [
    '商務省とともに、{}',
    'JICAの支援を受けて、{}',
    '{}監督するのはNBTCです。',
    '経済産業省の提案により、{}',
    '{}文化省も同意しています。',
    'タイ中央銀行を通じて、{}',
  ],
}

/** Another ministry or agency in one's place, or one that the quote doesn't have. */
export const ministry = changeWords(REWRITES, TEMPLATES)
