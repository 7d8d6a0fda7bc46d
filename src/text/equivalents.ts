import type { Wordings } from './term-matcher.ts'

/**
 * Words that say the same in the language of agreements, across Thai, English and Japanese: one meaning a line, its wordings
 * by language. Strict where the glossary is generous: what stands on one line may replace each other in a statement that an
 * official will quote. English verbs and nouns are given in their base form.
 */
const TABLE = `
  *: ใช้คำ, ใช้คำว่า, ใช้เป็น, ถือ, ถือเป็น, ถือว่า, นับ, นับเป็น, นับอยู่, นับว่า, ตัวอย่าง, ตัวอย่างเช่น, เช่น, อาทิ, เป็นต้น, ระบุ, ระบุว่า, ตามที่ระบุ, ชี้, ชี้ว่า, บอก, บอกว่า, บอกไว้, พูด, พูดถึง, กล่าวว่า, ข้อมูลของ, ตามข้อมูล, ข่าว, อ่าน, ดู, ดูได้, สรุป, สั้นๆ, สั้น, ง่ายๆ, หนึ่งใน, ส่วนหนึ่ง, กล่าวคือ, จัดขึ้น, มีขึ้น, เกิดขึ้น, เกิด, ดำเนินการ, ดำเนินไป, ทำขึ้น, ให้มี, ให้เกิด, ชื่อ, นำไปสู่, เรื่อง, ในเรื่อง, คู่, คน, คนที่, ฝั่ง, ทางฝั่ง, งาน, ต่าง, ต่างก็, ดำรงตำแหน่ง, ตำแหน่ง, เลย, ก็, ก็ได้, ตอน, นั้น, ปฏิทิน, ตามปฏิทิน, ศักราช, หาก, ถ้า, นับตาม, เทียบ, ตรงกับ, คิดเป็น, พุทธศักราช, คริสต์ศักราช, ที่ว่า, ว่าคือ, เนื้อหา, สาระ, ประเด็น, ด้านนี้, ข้อนี้, ข้อหนึ่ง, อย่างหนึ่ง, รายการ, ลักษณะ, รูปแบบ, แบบ, มีไว้, จัดอยู่, อยู่, รวมอยู่, มีอยู่, ปรากฏ, พบ, หาอ่าน, เปิดอ่าน, รายละเอียด, ทราบ, เรียน, ขอเรียน, สำหรับ, ตามที่, ที่ผ่านมา, วันเดียวกัน, วันนั้น, วันดังกล่าว, ปีนั้น, ปีเดียวกัน, เดือนนั้น, ครั้งนั้น, ครั้งนี้, นี้เอง, ล่ะ, นั่นคือ, นั่นเอง, คือว่า, ได้รับ, ได้แก่, โดยมี, โดยที่, เอกสาร, ชุด, มุ่ง, เน้น, เกี่ยว, ทำให้, ช่วย, ยัง, อีกด้วย, เช่นนี้, เนื่อง, ต่อมา, จากนั้น, หลังจากนั้น, ภายหลัง, ก่อนหน้านั้น, ปัจจัย, พวก, เหล่า, บรรดา, หลัง, ใต้, ขอ, ตามลำดับ | you, take place, took place, taken place, go by, going by, find, place, make, made, making, give, gave, given, giving, reach, example, instance, item, count, say, said, tell, told, according, mention, part, one of, happen, occur, work, feature, serve, name, read, see, saw, seen, wording, word, headed, headline, thing, in fact, indeed, actually, is among, among, come, came, coming, put, putting, back, person, people, who, simply, short, brief, that is, ie, eg, calendar, weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday, already, earlier that, then, at that point, matter, kind, way, form, set, term it, known, know, call, called, found, find, look, looking, here, there, use the word, terms, side, stand, stood, point, case, fact, source, note, noted, list, listed, counted, describe, described, express, expressed, put down, appear, show, shown, concerned, today's, behalf, role, position, post, held, hold, text, document, announcement, officially, formally, formal, official, itself, plus, along, together, alongside, within, include, inclusive, cover, exist, existed, beforehand, previously, afterwards, thereafter, whole of, meanwhile, question of, under it, its own, as regards, regarding, respect of, in terms of, for short, so-called, refer, refers, referred, others, among others | 行, 例, 一例, 例え, 一つ, 挙げ, 向け, 向けた, 実際, 述べ, 記載, 通り, 見出し, ニュース, 発表, 位置付け, 位置づけ, 含, 入, 当た, 持, 呼, 表現, 関, 対, 名称, 名, 扱, 扱う, 生じ, 生, 務め, 務める, 見, 見る, 担, 担う, 取り入れ, 数, 数え, 進め, 進, 出, 出し, 出た, 加, 加え, 火曜日, 金曜日, 水曜日, 月曜日, 木曜日, 土曜日, 日曜日, 曜日, 和暦, 暦, 元号, その日, 同日, 同年, 当日, 為, 用, 用い, 使, 置, 一部, 一環, 属, 考え, 思, 言, 言え, 言葉, 話, 内容, 事柄, 対象, 形, 様, 場所, 場合, 側, 側面, 役割, 立場, 職, 務, 担当, 設け, 設, 後, 前後, 回, 今回, 上, 示, 示し, 指, 指し, 説明, 紹介, 報告, 資料, 文章, 記事, 記述, 項目, 点, 一点, 面, 下, 基, 基に, 共, 伴, 伴い, 沿, 沿っ, 至, 及び, 及, 並, 並び, 併せ, 合わせ, 代表, 自身, 自体, 互, 中, 間, 際, 時点, 時期, 当該, 各, 両方, 双方, 両, 人, 者, 方, 物, 事, 分, 上記, 下記, 以下, 次, 本, 二者, 両者, 図る, 図, 有する, 有し, 仏暦, 仏
  sign: ลงนาม, ร่วมลงนาม, เซ็น, เซ็นชื่อ, ลงชื่อ, การลงนาม, พิธีลงนาม | sign, signing, signature, ink, put its name to, put their names to, put names to | 署名, 調印, 署名式
  conclude: จัดทำ, ทำขึ้น, จัดทำขึ้น | conclude, make | 締結, 結ん, 交わし, 交わさ
  approve: เห็นชอบ, อนุมัติ, ให้ความเห็นชอบ, มีมติเห็นชอบ, ลงมติเห็นชอบ, มติเห็นชอบ, ไฟเขียว, ให้ไฟเขียว, รับรอง | approve, approval, endorse, give its approval, green light, greenlight, okay, green, light | 承認, 了承, 承認を与え, ゴーサイン, 可決, 認め
  draft: ร่าง, ฉบับร่าง | draft, draught | 案, 草案, 覚書案, ドラフト
  resolution: มติ, มีมติ, ลงมติ | resolution, resolve | 決議
  meeting: ที่ประชุม, การประชุม, ประชุม | meeting, session, meet | 会議, 会合, 閣議
  announce: แถลง, ผู้แถลง, แถลงข่าว, กล่าว, เปิดเผย, ประกาศ, แจ้ง, เป็นผู้แถลง, ผู้ประกาศ, ผู้ให้ข่าว, บอก, ชี้แจง | announce, announcement, say, state, report, tell, disclose, reveal | 発表, 公表, 明らか, 述べ, 伝え, 説明, 会見
  publish: เผยแพร่, ลงเผยแพร่, ตีพิมพ์, อยู่ที่, ดูได้, อ่านได้, หาอ่าน | publish, publication, post, release, available, be found, find, put out, online, read, accessible, located, see, visit | 公表, 公開, 掲載, 発表, 閲覧, 出され, URL, アドレス, 見られ, 読め
  address: ที่อยู่, ลิงก์, เว็บไซต์, url | address, link, website, url, web page | アドレス, url, リンク, ウェブサイト, サイト
  issue: ออก, ออกแถลงการณ์, ออกร่วมกัน | issue, make, put out, release | 出し, 出さ, 発表, 発出
  release: ข่าว, ข่าวมติ, แถลงข่าว, ข่าวประชาสัมพันธ์, เอกสารข่าว, ตามข่าว, ประกาศ | release, press release, news release, announcement, news | 発表, 発表資料, 報道発表, プレスリリース, リリース
  replace: แทน, ใช้แทน, แทนที่, มาแทน, ใช้แทนที่, เข้ามาแทน, ทดแทน, มาแทนที่, ถูกแทนที่ | replace, supersede, take the place of, take its place, took its place, in place of, replacement, instead of, take over from, substitute | 代わる, 代わり, 代わっ, 取って代わ, 置き換え, 置き換わ, 後継, 代替, 引き継ぐ
  end: สิ้นสุด, หมดอายุ, สิ้นอายุ, สิ้นสุดลง, หมด, สิ้นผล, ครบกำหนด, วันสิ้นสุด | end, expire, expiry, expiration, run out, lapse, come to an end, cease, run out, ran out, ran | 終了, 満了, 終わっ, 終わり, 失効, 切れ, 期限切れ, 期間満了, 期間が切れ
  term: อายุการบังคับ, อายุ, ระยะเวลาบังคับใช้, อายุการใช้งาน, อายุการบังคับใช้, การบังคับใช้ | term, validity, period of validity, life, force, period | 有効期間, 期間, 有効期限, 期限, 効力, 有効
  exchange: แลกเปลี่ยน, การแลกเปลี่ยน | exchange, swap | 交換, 交流, 取り交わ
  document: เอกสาร, เอกสารที่ลงนาม, หนังสือ | document, paper, text | 文書, 書, 署名文書, 書類, 書面
  visit: เยือน, การเยือน, เดินทางเยือน, มาเยือน, เดินทางมาเยือน, ระหว่างการเยือน, ไปเยือน, มาเยือน | visit, trip | 訪問, 訪タイ, 来訪, 訪れ, 訪日, 訪
  plan: กำหนด, กำหนดการ, มีกำหนด, วางแผน, แผน, มีแผน, กำหนดจะ, กำหนดไว้ | plan, schedule, due, set, expect, slate, to be held, intend, plan, timetable, pencil | 予定, 計画
  take-place: มีขึ้น, จัดขึ้น, จัด, เกิดขึ้น, เกิด, ทำ, กระทำ, ดำเนินการ, ดำเนิน | take place, happen, occur, held, hold, carry out, do, conduct | 行わ, 行っ, 実施, 開か, 行う, 実行
  follow: สืบเนื่อง, ผลสืบเนื่อง, ต่อเนื่อง, ต่อยอด, ตามมา, สืบเนื่องมา, เกิดจาก, มีที่มา, ที่มา, มาจาก, เป็นผล, ผล | follow, result, grow out, arise, stem, build on, come out, come, lead, derive, originate, grow out, grew out, grew, grow | 受け, 踏まえ, 基づ, 結果, 由来, 端を発, つながっ, 続く, もと
  origin: จุดเริ่มต้น, เริ่มต้น, ที่มา, จุดเริ่ม, ต้นกำเนิด | origin, beginning, start, begin, root, starting point | 始まり, 起点, 端緒, 発端, 始まっ, きっかけ, 出発点
  reflect: สะท้อน, สะท้อนถึง, สะท้อนให้เห็น | reflect, mirror, take account, take into account | 反映, 踏まえ, 映し, 映
  change: การเปลี่ยนแปลง, เปลี่ยนแปลง, เปลี่ยน, ความเปลี่ยนแปลง | change, development, shift, evolve | 変化, 変わっ, 変わり, 変動, 変
  promote: ส่งเสริม, การส่งเสริม, สนับสนุน, ผลักดัน, กระตุ้น, เพื่อส่งเสริม | promote, promotion, encourage, encouragement, foster, further, advance, boost, stimulate | 促進, 推進, 促す, 促し, 促進する, 奨励, 後押し
  support: สนับสนุน, การสนับสนุน, ช่วยเหลือ, ให้การสนับสนุน | support, assist, help, assistance, back | 支援, 支え, サポート, 援助
  facilitate: อำนวยความสะดวก, การอำนวยความสะดวก, เอื้ออำนวย, ราบรื่น, อย่างราบรื่น, สะดวก | facilitate, facilitation, ease, make easier, smooth, easy, easier | 円滑, 促進, 円滑化, 容易, 進めやす, やすく
  include: รวมถึง, ได้แก่, ครอบคลุม, รวม, ประกอบด้วย, มี, ซึ่งรวมถึง, นับรวม, หนึ่งใน, ส่วนหนึ่ง, อยู่ใน, ครอบคลุมถึง, เป็นต้น, เช่น, อาทิ, คือ | include, take in, takes in, cover, comprise, contain, encompass, involve, inclusion, among, part, extend, belong, feature, namely, such as, one of, take in, fall | 含む, 含ま, 含み, 含めて, 対象, 一つ, 一環, 入り, すなわち, つまり, 例, 挙げ, 盛り込
  mention: กล่าวถึง, ระบุ, ระบุถึง, อ้างถึง, เอ่ยถึง, พูดถึง | mention, name, refer, reference, cite, speak | 触れ, 言及, 挙げ
  call: เรียก, เรียกว่า, ใช้ชื่อ | call, describe, name, term, wording, word | 呼ば, 呼び, 称し, とされ, 表記, 表現
  about: ว่าด้วย, เกี่ยวกับ, ด้าน, เรื่อง, ในสาขา, สาขา, ในด้าน, เกี่ยวข้อง | about, concern, on, deal, relate, subject, field, area, matter, cover, topic, focus | 関する, 関し, 関連, 分野, 領域, 対象, 面, 主題, テーマ, ついて
  sector: สาขา, ด้าน, ภาค, ภาคส่วน, แขนง, กลุ่ม | sector, field, area, domain, industry | 分野, 部門, 領域, 方面
  objective: วัตถุประสงค์, จุดประสงค์, เป้าหมาย, จุดมุ่งหมาย, ความมุ่งหมาย, มุ่ง, มุ่งหมาย, มีเป้าหมาย, มุ่งเน้น, เพื่อ | objective, aim, purpose, goal, seek, intend, meant | 目的, 目標, 目指, 狙い, ねらい
  principle: หลัก, หลักการ, พื้นฐาน, บนหลัก, ตั้งอยู่บน, อยู่บน, ยึดหลัก, ยึด, บนพื้นฐาน, ฐาน, เป็นฐาน | principle, basis, base, rest, ground, found, foundation, built, guide, underpin | 原則, 基づ, 基礎, 基盤, 立脚, 土台, 上に立
  equality: ความเท่าเทียม, ความเท่าเทียมกัน, เท่าเทียม, ความเสมอภาค, เท่าเทียมกัน, เสมอภาค | equality, equal | 平等, 対等
  reciprocity: การต่างตอบแทน, ต่างตอบแทน, ต่างตอบแทนกัน, การต่างตอบแทนกัน, ถ้อยทีถ้อยปฏิบัติ, การถ้อยทีถ้อยปฏิบัติ | reciprocity, reciprocal, give and take | 互恵, 互恵性, 相互主義, 相互, 相互性
  respect: ความเคารพ, เคารพ, ความเคารพซึ่งกันและกัน, เคารพซึ่งกันและกัน, การเคารพซึ่งกันและกัน, การเคารพ | respect, mutual respect, respect for each other, respect for one another | 尊重, 相互尊重, 尊敬, 尊重し合
  mutual: ร่วมกัน, ซึ่งกันและกัน, ร่วม, ต่อกัน | mutual, common, joint, share, each other, one another, jointly, together, both | 相互, 共通, 共同, 互い, 双方, 共同で, ともに, 一緒
  benefit: ผลประโยชน์, ประโยชน์, ผลประโยชน์ร่วมกัน, ประโยชน์ร่วมกัน | benefit, advantage, gain | 利益, 便益, 共益
  side: ฝ่าย, ทั้งสองฝ่าย, ทั้ง 2 ฝ่าย, สองฝ่าย, ทั้งคู่, สองประเทศ, ทั้งสองประเทศ, ทั้งสอง, ทั้ง 2 | side, two sides, both sides, party, both | 側, 双方, 両者, 両国, 両当事者, 両省
  party: คู่ภาคี, ภาคี, คู่สัญญา, ฝ่าย, คู่ความร่วมมือ, คู่ลงนาม | party, partner, counterpart, between | 当事者, 締約者, 締結者
  minister: รัฐมนตรี, รัฐมนตรีว่าการ, รมว., รัฐมนตรีว่าการกระทรวง, รมต., เจ้ากระทรวง | minister | 大臣, 相, 総務大臣, 閣僚
  vice-minister: รองปลัดกระทรวง, รองปลัดกระทรวงฝ่ายประสานนโยบาย, รองปลัด | vice-minister, vice minister, vice-minister for policy coordination | 総務審議官, 審議官
  policy-coordination: ฝ่ายประสานนโยบาย, ประสานนโยบาย, ด้านประสานนโยบาย | policy coordination, policy co-ordination | 政策調整, 総務審議官
  ministry: กระทรวง, กระทรวงเดิม | ministry, department | 省, 旧省
  government: รัฐบาล | government | 政府
  executive: ผู้บริหาร, ผู้บริหารระดับสูง, คณะผู้บริหาร, คณะผู้บริหารระดับสูง, ระดับสูง | executive, senior executive, senior official, senior, high-level, top, leadership, delegation | 幹部, 高官
  delegation: คณะ, คณะผู้แทน | delegation, group | 一行, 代表団
  spokesperson: โฆษก, รองโฆษก, รองโฆษกประจำ, โฆษกประจำ | spokesperson, deputy spokesperson, spokeswoman, deputy spokeswoman, deputy | 報道官, 副報道官
  successor: สืบต่อ, สืบต่อจาก, สืบทอด, สืบต่อมาจาก, รับช่วง, ต่อจาก, เปลี่ยนมาจาก, เข้ามาแทน, แทนที่, มาแทน | successor, succeed, take over from, replace | 引き継, 後継, 後身, 継承, 承継
  former: เดิม, ในขณะนั้น, อดีต, เก่า, ขณะนั้น, สมัยนั้น, ในเวลานั้น, ก่อน, ฉบับเดิม, ก่อนหน้า | former, then, earlier, previous, old, prior, existing, at that time, at the time | 旧, 当時, 前, 以前, 元, 従来, それまで, 前身, 前回
  new: ใหม่, ฉบับใหม่, สมัยใหม่, ยุคใหม่ | new, fresh | 新しい, 新, 新た, 新たな
  era: ยุค, สมัย, ยุคสมัย, ยุคใหม่ | era, age, time | 時代
  fit: เหมาะสม, เหมาะ, สอดคล้อง, เหมาะสมกับ, สม, สมกับ | fit, suit, suitable, suited, appropriate, befit, match | ふさわしい, 適した, 即した, 合った, 適う, 合, 合わせ, 沿っ
  since: นับแต่นั้น, ตั้งแต่นั้น, นับแต่, นับจากนั้น, นับตั้งแต่นั้น, หลังจากนั้น, ที่ผ่านมา, ที่เกิดขึ้น | since, subsequent, subsequently, later, since then, in the meantime, after that, meanwhile | その後, 以降, それ以来, 以来, これまで
  use: ใช้, การใช้, ใช้งาน, การใช้งาน, การใช้ประโยชน์, ใช้ประโยชน์, นำ, นำมาใช้ | use, usage, utilise, utilize, utilisation, utilization, employ, application | 利用, 活用, 使用, 使う, 使
  deploy: ปรับใช้, การปรับใช้, การนำ, นำมาใช้, การนำมาใช้, ติดตั้ง, การติดตั้ง | deploy, deployment, roll out, rollout, introduction, introduce | 導入, 展開, 配備, 整備, 取り入れ
  related: เกี่ยวข้อง, ที่เกี่ยวข้อง, เกี่ยวเนื่อง | related, relevant, associated | 関連, 関係
  data: ข้อมูล | data, information | データ, 情報
  weather: สภาพอากาศ, สภาพอกาศ, อากาศ, การตรวจสภาพอากาศ, การตรวจสภาพอกาศ, อุตุนิยมวิทยา | weather, meteorological | 気象, 天気, 気象観測
  observe: ตรวจ, การตรวจ, ตรวจวัด, สังเกตการณ์, การสังเกตการณ์, ติดตาม, ตรวจสอบ, เฝ้าสังเกต, การตรวจวัด | observe, observation, monitor, watch, observing | 観測, 監視, 観察
  disaster: ภัยพิบัติ, ภัย, ด้านภัยพิบัติ | disaster | 災害, 防災
  risk: ความเสี่ยง, เสี่ยง | risk | リスク, 危険
  reduce: ลด, การลด, บรรเทา, ลดลง | reduce, reduction, lower, cut, mitigate, mitigation, lessen | 軽減, 低減, 削減, 減らす, 減災, 縮小
  share: แบ่งปัน, การแบ่งปัน, แลกเปลี่ยน, การแลกเปลี่ยน, ถ่ายทอด | share, exchange | 共有, 分かち合, シェア
  knowledge: ความรู้, องค์ความรู้ | knowledge, know-how | 知識, 知見, ノウハウ
  technology: เทคโนโลยี, ด้านเทคโนโลยี | technology, technological, tech | 技術, テクノロジー
  information: สารสนเทศ, ข้อมูลข่าวสาร | information | 情報
  communications: การสื่อสาร, สื่อสาร, โทรคมนาคม | communication, communications | 通信, 情報通信, コミュニケーション
  ict: เทคโนโลยีสารสนเทศและการสื่อสาร, ไอซีที, ict, ไอทีและการสื่อสาร, เทคโนโลยีสารสนเทศ การสื่อสาร, เทคโนโลยีสารสนเทศ สื่อสาร, สารสนเทศและการสื่อสาร | ict, icts, information and communication technology, information and communications technology, information technology, communications, information technology and communications, information and communication, information and communications | ict, 情報通信技術, 情報通信, 情報技術・通信, 情報技術
  it: เทคโนโลยีสารสนเทศ, ไอที | information technology, it | 情報技術, it
  digital: ดิจิทัล, ดิจิตอล, ด้านดิจิทัล | digital, digital matters, digital technology | デジタル
  innovation: นวัตกรรม | innovation | イノベーション, 革新, 技術革新
  service: การบริการ, บริการ, งานบริการ, กิจการ | service | サービス, 業務, 事業
  application: แอปพลิเคชัน, แอปพลิเคชั่น, แอป, แอพพลิเคชั่น, โปรแกรมประยุกต์, แอปฯ | application, app | アプリケーション, アプリ
  develop: พัฒนา, การพัฒนา, สร้าง | develop, development, train, training, build, foster, cultivate, grow | 育成, 開発, 養成, 発展, 育て, 人を育て, 育
  people: บุคลากร, คน, ทรัพยากรบุคคล, ทรัพยากรมนุษย์, กำลังคน, การพัฒนาบุคลากร | human resource, human resources, people, personnel, staff, workforce, manpower, professional, specialist, talent | 人材, 人的資源, 要員, 人, 人材育成
  cybersecurity: ความมั่นคงปลอดภัยไซเบอร์, ด้านความมั่นคงปลอดภัยไซเบอร์, ไซเบอร์, ไซเบอร์ซีเคียวริตี, ไซเบอร์ซีเคียวริตี้, ซีเคียวริตี, ความปลอดภัยไซเบอร์, ความมั่นคงปลอดภัยทางไซเบอร์, ความปลอดภัยทางไซเบอร์ | cybersecurity, cyber security, cyber-security, cyber | サイバーセキュリティ, サイバー, サイバーセキュリティー
  asean: อาเซียน, อาเซียน-ญี่ปุ่น | asean, asean-japan, asean and japan, japan-asean | asean, アセアン, 日asean, asean・日本, 日・asean, 東南アジア諸国連合
  postal: ไปรษณีย์, ด้านไปรษณีย์, กิจการไปรษณีย์, งานไปรษณีย์ | postal, post, mail, postal service, postal services, postal sector | 郵便, 郵政, 郵便分野
  modern: ทันสมัย, ที่ทันสมัย, สมัยใหม่, ล้ำสมัย, ก้าวหน้า, ขั้นสูง | modern, advanced, up-to-date, state-of-the-art, cutting-edge | 先進的, 最新, 近代的, 先進, 現代的, 現代
  radio: วิทยุ, สื่อสารทางวิทยุ, วิทยุสื่อสาร, การสื่อสารทางวิทยุ, คลื่นวิทยุ, ทางวิทยุ, วิทยุคมนาคม, ไร้สาย | radio, radio communication, radio communications, wireless, wireless communication, radiocommunication | 無線, 無線通信, 電波
  5g: 5g, 5จี, เครือข่าย 5g, ระบบ 5g, เทคโนโลยี 5g, 5 จี | 5g, 5g network, 5g networks, 5g technology | 5g
  open: เปิดกว้าง, เปิด, แบบเปิดกว้าง, ที่เปิดกว้าง | open | オープン, 開かれた, 開放的
  secure: ปลอดภัย, ความปลอดภัย, มั่นคงปลอดภัย, ที่ปลอดภัย | secure, safe, security | 安全, セキュア, 安全性
  invest: ลงทุน, การลงทุน, เข้ามาลงทุน, มาลงทุน | invest, investment | 投資
  accelerate: เร่ง, เร่งรัด, การเร่ง, การเร่งรัด, เร่งการ, ให้เร็วขึ้น, รวดเร็วขึ้น, เร็วขึ้น, เร่งให้ | accelerate, acceleration, speed up, faster, fast, quicker, hasten, speed, quickly, expedite, pace | 加速, 加速化, 迅速化, 早め, 早める, 迅速, ペース, 上げ, 速め, 早く
  company: บริษัท, บริษัทด้านไอซีที, ภาคธุรกิจ, ธุรกิจ, ผู้ประกอบการ | company, firm, business, corporation, enterprise | 企業, 会社
  policy: นโยบาย, ด้านนโยบาย, เชิงนโยบาย | policy | 政策
  project: โครงการ, โครงการร่วม, โครงการร่วมกัน | project, joint project | プロジェクト, 共同プロジェクト, 事業
  various: ต่าง ๆ, ต่างๆ, หลากหลาย, หลาย, หลาก | various, different, variety, diverse, several, wide-ranging, vary, varied, wide | 様々, さまざま, 多様, 各種, 幅広
  expert: ผู้เชี่ยวชาญ, ผู้ชำนาญการ, ผู้ชำนาญ, นักวิชาการผู้เชี่ยวชาญ, ที่มีความเชี่ยวชาญ, เชี่ยวชาญ, ความเชี่ยวชาญ, ชำนาญการ | expert, specialist, specialised, specialized, skilled, expertise, experienced | 専門家, 熟練者, 専門, 専門的, 専門性
  agency: หน่วยงาน, หน่วยงานรัฐ, หน่วยงานของรัฐ, หน่วยงานภาครัฐ, องค์กร, ภาครัฐ, หน่วยงานราชการ, รัฐ, ส่วนราชการ | agency, state agency, state agencies, government agency, government agencies, public agency, public agencies, body, institution, organisation, organization, state | 機関, 国の機関, 政府機関, 公的機関, 組織, 国家機関, 行政機関
  organisation: องค์กร, หน่วยงาน, องค์การ | organisation, organization, body, institution, group | 団体, 組織, 機関
  industry: อุตสาหกรรม, ด้านอุตสาหกรรม, ภาคอุตสาหกรรม | industry, industrial | 産業, 産業界, 工業
  academic: วิชาการ, ด้านวิชาการ, ทางวิชาการ, เชิงวิชาการ, ภาควิชาการ | academic, scholarly, scientific, academia | 学術, 学会, 学界
  hold: จัด, ร่วมกันจัด, การจัด, ร่วมจัด, จัดร่วมกัน | hold, organise, organize, host, stage, run, conduct | 開催, 実施, 開, 開い, 開く, 主催, 共催
  demonstration: สาธิต, การสาธิต, ทดลองสาธิต, การทดลองสาธิต, การทดลอง, ทดลอง, จัดแสดง | demonstration, demonstrate, demo, trial, experiment, demonstration experiment | 実証, 実証実験, デモ, デモンストレーション, 実験
  conference: ประชุมวิชาการ, การประชุมวิชาการ, การประชุม, สัมมนา | conference, academic conference, academic meeting, meeting | 会議, 学術会議, 学会, 会合
  attend: เข้าร่วม, การเข้าร่วม, ร่วม | attend, attendance, participate, participation, take part, join, taking part | 参加, 出席, 受講
  training: อบรม, ฝึกอบรม, การอบรม, การฝึกอบรม, การเข้าอบรม | training, course, training course, training session, workshop, train | 研修, 訓練, 講習, トレーニング
  activity: กิจกรรม, การดำเนินกิจกรรม, ดำเนินกิจกรรม | activity, action | 活動, 取組, 取り組み
  scope: ขอบเขต, ขอบเขตความร่วมมือ, ขอบเขตการดำเนินการ, ขอบข่าย, ขอบเขตดำเนินการ | scope, area, field, range, extent, area of cooperation, areas of cooperation | 範囲, 協力の範囲, 領域, 対象範囲, 協力分野, 分野
  cooperation: ความร่วมมือ, ร่วมมือ, การร่วมมือ, ร่วมมือกัน | cooperation, co-operation, cooperate, co-operate, collaboration, collaborate, work together, cooperative | 協力, 連携, 協働
  moc: บันทึกความร่วมมือ, บันทึกความร่วมมือฯ, บันทึก, ฉบับ, ฉบับนี้, เอกสารความร่วมมือ, moc, mou, ความร่วมมือ | memorandum of cooperation, memorandum, moc, memo, agreement, memorandum of co-operation, document, one | 協力覚書, 覚書, moc, 文書, もの
  joint-statement: แถลงการณ์ร่วม, แถลงการณ์ | joint statement, statement, joint declaration | 共同声明, 声明
  exchange-views: การแลกเปลี่ยน, แลกเปลี่ยน | exchange, interaction | 交流, 交換
  kingdom: ราชอาณาจักร, แห่งราชอาณาจักร, ราชอาณาจักรไทย, ประเทศ | kingdom, country, nation | 王国, 国, 両国, 二国
  ms: น.ส., นางสาว, นาง, นาย, คุณ, ท่าน | ms, mr, mrs, miss, dr | 氏, さん, 様
  japanese-language: ภาษาญี่ปุ่น, เป็นภาษาญี่ปุ่น, ญี่ปุ่น | japanese, in japanese | 日本語, 和文
  summary: สรุป | summarise, summarize, summary | 要約, まとめ
  public: สาธารณะ, ต่อสาธารณะ | public, publicly | 公表, 公開
  month: เดือน | month | 月
  occasion: โอกาส, ในโอกาส, ในช่วง, ระหว่าง, ช่วง, ขณะ, คราว | occasion, during, while, time, course, opportunity | 機会, 際, 折, 間, 時, 合わせ
  respective: ตามลำดับ, แต่ละฝ่าย | respective, respectively | それぞれ, 各
`

/** The meanings as wordings to be looked for; English ones in all their forms. */
export function readEquivalents(table: string = TABLE): Wordings[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...rest] = line.trim().split(':')
      const [th = [], en = [], ja = []] = rest
        .join(':')
        .split('|')
        .map((part) =>
          part
            .split(',')
            .map((wording) => wording.trim())
            .filter((wording) => wording !== ''),
        )
      return { id, wordings: [...th, ...en.flatMap(englishForms), ...ja] }
    })
}

const CONSONANT_Y = /[^aeiou]y$/u
const SIBILANT = /(?:s|x|z|ch|sh)$/u
/** Plan has planned. */
const SHORT = /[^aeiou][aeiou][^aeiouwxy]$/u
const ENDS_IN_E = /e$/u
const ONE_WORD = /^[a-z]+$/u

/** Regular forms of a verb or noun. What no one writes among them does no harm; irregular ones are listed. */
function englishForms(base: string): string[] {
  if (!ONE_WORD.test(base)) {
    const [first = '', ...rest] = base.split(' ')
    if (!ONE_WORD.test(first)) return [base, `${base}s`]
    return [`${base}s`, ...englishForms(first).map((form) => [form, ...rest].join(' '))]
  }
  if (CONSONANT_Y.test(base)) {
    const stem = base.slice(0, -1)
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`]
  }
  const stem = base.replace(ENDS_IN_E, '')
  const s = SIBILANT.test(base) ? `${base}es` : `${base}s`
  const doubled = SHORT.test(base) ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`] : []
  return [base, s, `${stem}ed`, `${stem}ing`, ...doubled]
}
