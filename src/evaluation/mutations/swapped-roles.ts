import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const REWRITES: PerLanguage<Rewrite> = {
  en: [
    ['In Japanese, MIC calls it', 'In Thai, MDES calls it', 'In English, MIC calls it'],
    [
      /\(MDES\) of the Kingdom of Thailand (.+) \(MIC\) of Japan/u,
      '(MDES) of Japan $1 (MIC) of the Kingdom of Thailand',
    ],
    [
      /the Ministry of Digital(.+\(MDES\)) of the Kingdom of Thailand and the Ministry of Internal(.+) of Japan/u,
      'the Ministry of Internal$2 of the Kingdom of Thailand and the Ministry of Digital$1 of Japan',
    ],
    [
      /a visit to Thailand by Japan's then minister Takaichi, she and the then Thai ICT minister/u,
      "a visit to Japan by Thailand's then minister Takaichi, she and the then Japanese ICT minister",
    ],
    [
      'then minister Takaichi, she and the then Thai ICT minister Pornchai',
      'then minister Pornchai, he and the then Thai ICT minister Takaichi',
    ],
    ['The MoC of 2017 followed from that joint statement', 'That joint statement followed from the MoC of 2017'],
    [
      "between MIC and MDES, the successor of Thailand's",
      "between MDES and MIC, the successor of Thailand's",
      "between MDES and MIC, the predecessor of Thailand's",
    ],
    ["the successor of Thailand's former", "the predecessor of Thailand's later", "the successor of Japan's former"],
    [
      'The new MoC replaces the earlier one, which',
      'The earlier MoC replaces the new one, which',
      'The earlier MoC, which replaces the new one, is the one that',
    ],
    [
      /signed in 2017 and whose term ended on 7 June 2022/u,
      'signed in 2022 and whose term ended on 7 June 2017',
      'signed on 7 June 2022 and whose term ended in 2017',
    ],
    ['According to MIC', 'According to MDES', 'According to the Thai cabinet'],
    [
      'the new MoC reflects the changes in ICT and digital since then',
      'the changes in ICT and digital since then reflect the new MoC',
      'the earlier MoC reflects the changes in ICT and digital since then',
    ],
    [
      'the earlier MoC, which the new one replaces,',
      'the new MoC, which the earlier one replaces,',
      'the new MoC, which replaces the earlier one,',
    ],
    [
      'the Thai cabinet approved the draft MoC between MDES and MIC',
      'MDES approved the draft MoC between the Thai cabinet and MIC',
      'MIC and MDES approved the draft MoC of the Thai cabinet',
      'MIC approved the draft MoC between MDES and the Thai cabinet',
    ],
    [
      'It was announced by Ms Traisuree Taisaranakul, deputy spokesperson of the Office of the Prime Minister',
      'It was approved by Ms Traisuree Taisaranakul, deputy spokesperson of the Office of the Prime Minister',
      'It was signed by Ms Traisuree Taisaranakul, deputy spokesperson of the Office of the Prime Minister',
      'It was announced to Ms Traisuree Taisaranakul, deputy spokesperson, by the Office of the Prime Minister',
    ],
    [
      'Minister Kaneko of MIC and Minister Chaiwut of MDES',
      'Minister Kaneko of MDES and Minister Chaiwut of MIC',
      'Minister Chaiwut of MIC and Minister Kaneko of MDES',
    ],
    [
      /during a visit to Thailand by senior executives of MIC/u,
      'during a visit to MIC by senior executives of Thailand',
      'during a visit to Japan by senior executives of MDES',
    ],
    ['According to the Thai cabinet release', 'According to the Japanese release of MIC'],
    [
      "MIC's vice-minister for policy coordination Yoshida and Minister Chaiwut",
      "MIC's vice-minister for policy coordination Chaiwut and Minister Yoshida",
      'Minister Yoshida and the vice-minister for policy coordination Chaiwut',
      "MDES's vice-minister for policy coordination Yoshida and Minister Chaiwut",
    ],
    [
      "MIC's release names the memorandum",
      "The Thai cabinet's release names the memorandum",
      "MDES's release names the memorandum",
    ],
    [
      'investment in Thailand by Japanese ICT companies',
      'investment in Japan by Thai ICT companies',
      'investment by Thailand in Japanese ICT companies',
      'investment in Japanese ICT companies by Thailand',
    ],
    [
      'supporting state agencies and industrial, academic and specialist organisations',
      'state agencies being supported by industrial, academic and specialist organisations',
    ],
    [/The Thai cabinet release is/u, "The release of Japan's MIC is"],
    [
      "The release of Japan's MIC, in Japanese, is",
      'The Thai cabinet release, in Thai, is',
      "The release of Thailand's MDES, in Japanese, is",
    ],
  ],
  th: [
    [
      'กระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) เรียกเป็นภาษาญี่ปุ่น',
      'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมของไทย (MDES) เรียกเป็นภาษาญี่ปุ่น',
      'กระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) เรียกเป็นภาษาไทย',
    ],
    [/\(MDES\) แห่งราชอาณาจักรไทย (.+) \(MIC\) แห่งประเทศญี่ปุ่น/u, '(MDES) แห่งประเทศญี่ปุ่น $1 (MIC) แห่งราชอาณาจักรไทย'],
    [
      /สังคม แห่งราชอาณาจักรไทยและกระทรวงกิจการภายในและการสื่อสารแห่งประเทศญี่ปุ่น/u,
      'สังคม แห่งประเทศญี่ปุ่นและกระทรวงกิจการภายในและการสื่อสารแห่งราชอาณาจักรไทย',
    ],
    [
      'การเยือนประเทศไทยของรัฐมนตรีทากาอิจิ (Takaichi) แห่งญี่ปุ่น',
      'การเยือนประเทศญี่ปุ่นของรัฐมนตรีทากาอิจิ (Takaichi) แห่งไทย',
      'การเยือนประเทศญี่ปุ่นของรัฐมนตรีพรชัย (Pornchai) แห่งไทย',
    ],
    [/รัฐมนตรีทากาอิจิและรัฐมนตรีว่าการ(.+) นายพรชัย \(Pornchai\)/u, 'รัฐมนตรีพรชัยและรัฐมนตรีว่าการ$1 นางทากาอิจิ (Takaichi)'],
    ['บันทึกความร่วมมือฉบับปี 2560 เป็นผลสืบเนื่องจากแถลงการณ์ร่วมฉบับนั้น', 'แถลงการณ์ร่วมฉบับนั้นเป็นผลสืบเนื่องจากบันทึกความร่วมมือฉบับปี 2560'],
    [
      /กระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น \(MIC\) กับกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม \(MDES\) ซึ่งสืบต่อ/u,
      'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม (MDES) กับกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) ซึ่งสืบต่อ',
      'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมของญี่ปุ่น (MDES) กับกระทรวงกิจการภายในและการสื่อสาร (MIC) ซึ่งสืบต่อ',
    ],
    ['ซึ่งสืบต่อจาก', 'ซึ่งต่อมาถูกแทนด้วย'],
    ['ฉบับใหม่ใช้แทนฉบับเดิมที่', 'ฉบับเดิมใช้แทนฉบับใหม่ที่'],
    [
      'แทนฉบับเดิมที่ทั้ง 2 ฝ่ายได้ลงนามไปเมื่อปี 2560 และได้สิ้นสุดอายุการบังคับเมื่อวันที่ 7 มิ.ย. 2565',
      'แทนฉบับเดิมที่ทั้ง 2 ฝ่ายได้ลงนามไปเมื่อวันที่ 7 มิ.ย. 2565 และได้สิ้นสุดอายุการบังคับเมื่อปี 2560',
    ],
    [
      /ลงนามเมื่อปี 2560 ซึ่งสิ้นสุดอายุการบังคับเมื่อวันที่ 7 มิถุนายน 2565/u,
      'ลงนามเมื่อวันที่ 7 มิถุนายน 2565 ซึ่งสิ้นสุดอายุการบังคับเมื่อปี 2560',
      'ลงนามเมื่อปี 2565 ซึ่งสิ้นสุดอายุการบังคับเมื่อวันที่ 7 มิถุนายน 2560',
    ],
    [
      'ตามข่าวของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC)',
      'ตามข่าวของกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมของไทย (MDES)',
      'ตามข่าวมติคณะรัฐมนตรีของไทย',
    ],
    ['(MIC) ฉบับใหม่สะท้อน', '(MIC) ฉบับเดิมสะท้อน'],
    [
      'ฉบับเดิมสิ้นสุดอายุการบังคับแล้วเมื่อวันที่ 7 มิถุนายน 2565 ฉบับใหม่จึงใช้แทน',
      'ฉบับใหม่สิ้นสุดอายุการบังคับแล้วเมื่อวันที่ 7 มิถุนายน 2565 ฉบับเดิมจึงใช้แทน',
    ],
    [
      'คณะรัฐมนตรี (ครม.) ของไทยเห็นชอบร่างบันทึกความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม (MDES) กับ',
      'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม (MDES) เห็นชอบร่างบันทึกความร่วมมือระหว่างคณะรัฐมนตรี (ครม.) ของไทยกับ',
    ],
    [
      /^คณะรัฐมนตรี \(ครม\.\) ของไทยเห็นชอบ(.+)กระทรวงกิจการภายในและการสื่อสาร \(MIC\) ของญี่ปุ่น/u,
      'กระทรวงกิจการภายในและการสื่อสาร (MIC) ของญี่ปุ่นเห็นชอบ$1คณะรัฐมนตรี (ครม.) ของไทย',
    ],
    ['ผู้แถลงคือ น.ส.ไตรศุลี', 'ผู้เห็นชอบคือ น.ส.ไตรศุลี', 'ผู้ลงนามคือ น.ส.ไตรศุลี', 'ผู้รับฟังการแถลงคือ น.ส.ไตรศุลี'],
    [/\(Kaneko\) แห่ง MIC และรัฐมนตรีชัยวุฒิ \(Chaiwut\) แห่ง MDES/u, '(Kaneko) แห่ง MDES และรัฐมนตรีชัยวุฒิ (Chaiwut) แห่ง MIC'],
    [
      /รัฐมนตรีคาเนโกะ \(Kaneko\) แห่ง MIC และรัฐมนตรีชัยวุฒิ \(Chaiwut\) แห่ง MDES/u,
      'รัฐมนตรีชัยวุฒิ (Chaiwut) แห่ง MIC และรัฐมนตรีคาเนโกะ (Kaneko) แห่ง MDES',
    ],
    [
      /การเยือนประเทศไทยของคณะผู้บริหารระดับสูงของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น \(MIC\)/u,
      'การเยือนญี่ปุ่นของคณะผู้บริหารระดับสูงของกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมของไทย (MDES)',
      'การเยือนกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) ของคณะผู้บริหารระดับสูงของไทย',
    ],
    [
      'การเดินทางเยือนประเทศไทยของคณะผู้บริหารระดับสูงของกระทรวงกิจการภายในและการสื่อสารแห่งประเทศญี่ปุ่น',
      'การเดินทางเยือนประเทศญี่ปุ่นของคณะผู้บริหารระดับสูงของกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทย',
      'การเดินทางเยือนกระทรวงกิจการภายในและการสื่อสารแห่งประเทศญี่ปุ่นของคณะผู้บริหารระดับสูงของประเทศไทย',
    ],
    ['ตามข่าวมติคณะรัฐมนตรีของไทย', 'ตามข่าวของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC)'],
    [
      'นายโยชิดะ (Yoshida) รองปลัดกระทรวงฝ่ายประสานนโยบายของ MIC และรัฐมนตรีชัยวุฒิ (Chaiwut)',
      'รัฐมนตรีโยชิดะ (Yoshida) และนายชัยวุฒิ (Chaiwut) รองปลัดกระทรวงฝ่ายประสานนโยบายของ MIC',
      'นายโยชิดะ (Yoshida) รองปลัดกระทรวงฝ่ายประสานนโยบายของ MDES และรัฐมนตรีชัยวุฒิ (Chaiwut)',
    ],
    [
      'ข่าวของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) กล่าวถึง',
      'ข่าวมติคณะรัฐมนตรีของไทยกล่าวถึง',
      'ข่าวของกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมของไทย (MDES) กล่าวถึง',
    ],
    [
      'การเร่งลงทุนในไทยของบริษัทด้านไอซีทีของญี่ปุ่น',
      'การเร่งลงทุนในญี่ปุ่นของบริษัทด้านไอซีทีของไทย',
      'การเร่งลงทุนของไทยในบริษัทด้านไอซีทีของญี่ปุ่น',
    ],
    [
      'การสนับสนุนหน่วยงานรัฐ และองค์กรด้านอุตสาหกรรม วิชาการ และองค์กรที่มีความเชี่ยวชาญ',
      'การที่องค์กรด้านอุตสาหกรรม วิชาการ และองค์กรที่มีความเชี่ยวชาญสนับสนุนหน่วยงานรัฐ',
    ],
    ['ข่าวมติคณะรัฐมนตรีของไทยเผยแพร่ที่', 'ข่าวของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) เผยแพร่ที่'],
    ['ข่าวของกระทรวงกิจการภายในและการสื่อสารของญี่ปุ่น (MIC) ภาษาญี่ปุ่น เผยแพร่ที่', 'ข่าวมติคณะรัฐมนตรีของไทย ภาษาไทย เผยแพร่ที่'],
  ],
  ja: [
    ['総務省の発表では、情報通信', 'デジタル経済社会省の発表では、情報通信', 'タイの閣議に関する発表では、情報通信'],
    [
      'タイ王国のデジタル経済社会省(MDES)と日本の総務省(MIC)',
      '日本のデジタル経済社会省(MDES)とタイ王国の総務省(MIC)',
      'タイ王国の総務省(MIC)と日本のデジタル経済社会省(MDES)',
    ],
    [
      '当時の高市総務大臣がタイを訪問した際に、当時のタイのポンチャイ情報通信技術大臣',
      '当時のポンチャイ情報通信技術大臣が日本を訪問した際に、当時の日本の高市総務大臣',
      '当時の高市情報通信技術大臣がタイを訪問した際に、当時のタイのポンチャイ総務大臣',
    ],
    ['2017年の協力覚書は、この共同声明を受けたものです', 'この共同声明は、2017年の協力覚書を受けたものです'],
    [
      '総務省と、タイの旧情報通信技術省を引き継いだデジタル経済社会省',
      'デジタル経済社会省と、タイの旧情報通信技術省を引き継いだ総務省',
      '総務省と、デジタル経済社会省を引き継いだタイの旧情報通信技術省',
    ],
    [/^新しい協力覚書は、(.+)前の協力覚書に代わるものです/u, '前の協力覚書は、$1新しい協力覚書に代わるものです'],
    [
      '2017年に署名し、2022年6月7日に有効期間が終了した',
      '2022年6月7日に署名し、2017年に有効期間が終了した',
      '2022年に署名し、2017年6月7日に有効期間が終了した',
    ],
    ['総務省の発表によれば、', 'デジタル経済社会省の発表によれば、', 'タイの閣議に関する発表によれば、'],
    ['新しい協力覚書は、その後', '前の協力覚書は、その後'],
    [
      '新しい協力覚書が代わる前の協力覚書は',
      '前の協力覚書が代わる新しい協力覚書は',
      '前の協力覚書に代わる新しい協力覚書は',
    ],
    [/^タイの内閣は(.+)デジタル経済社会省\(MDES\)と総務省/u, 'デジタル経済社会省(MDES)は$1タイの内閣と総務省'],
    [/^タイの内閣は(.+)と総務省\(MIC\)との間の/u, '総務省(MIC)は$1とタイの内閣との間の'],
    ['発表したのは、首相府', '承認したのは、首相府', '署名したのは、首相府', '発表を受けたのは、首相府'],
    [
      '総務省の金子大臣とデジタル経済社会省のチャイウット大臣',
      'デジタル経済社会省の金子大臣と総務省のチャイウット大臣',
      '総務省のチャイウット大臣とデジタル経済社会省の金子大臣',
    ],
    ['総務省幹部のタイ訪問', 'タイ政府幹部の総務省訪問', 'デジタル経済社会省幹部の日本訪問'],
    ['タイの閣議に関する発表では、', '総務省の発表では、'],
    [
      '総務省の吉田総務審議官とチャイウット大臣',
      '総務省のチャイウット総務審議官と吉田大臣',
      'デジタル経済社会省の吉田総務審議官とチャイウット大臣',
    ],
    ['総務省の発表は、2021年', 'タイの閣議に関する発表は、2021年', 'デジタル経済社会省の発表は、2021年'],
    ['日本のICT企業によるタイへの投資', 'タイのICT企業による日本への投資', 'タイによる日本のICT企業への投資'],
    [
      '国の機関や、産業・学術・専門の団体への支援',
      '産業・学術・専門の団体による国の機関への支援',
      '国の機関による産業・学術・専門の団体への支援',
    ],
    ['タイ政府の閣議に関する発表のURL', '日本の総務省の発表のURL'],
    ['日本の総務省の発表(日本語)のURL', 'タイ政府の閣議に関する発表(タイ語)のURL', 'タイの総務省の発表(日本語)のURL'],
  ],
}

/** Who did what to whom, turned round. */
export const swappedRoles = changeWords(REWRITES)
