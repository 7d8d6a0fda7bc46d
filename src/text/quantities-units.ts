import { MONTH_PATTERNS } from './calendar-names.ts'

/** What follows a number: "ล้านบาท" is 1,000,000 of unit baht. */
export interface UnitMatch {
  factor: number
  unit: string | undefined
  /** "and a half": 3 ปีครึ่ง, 1年半. */
  half: boolean
  /** No year is ever counted so: money, shares, frequencies. "2565 บริษัท…" may be a year before a noun. */
  certain: boolean
  /** A length of time. */
  isTime: boolean
  end: number
}

interface UnitRow {
  unit: string
  factor?: number
  certain?: boolean
  /** Sources of patterns over canonical text; Latin ones are closed by the end of the word. */
  latin: string
  other: string
}

const row = (unit: string, latin: string, other: string): UnitRow => ({ unit, latin, other })
const certain = (unit: string, latin: string, other: string, factor = 1): UnitRow => ({
  unit,
  latin,
  other,
  factor,
  certain: true,
})

/** ข้อ is a clause or an item, and begins many other nouns. */
const CLAUSE_COUNT = 'ข้อ(?! ?\\d|มูล|ตกลง|กำหนด|เสนอ|ความ|สังเกต|จำกัด|เท็จ|ห้าม|ดี|เสีย|พิพาท|ผูกพัน|บังคับ|หารือ|ริเริ่ม|คิด)'

// What may not follow belongs to another word: รายได้, ข้อมูล, 人材, 分野, 社会.
const UNITS: readonly UnitRow[] = [
  certain('percent', 'percent|per cent|pct', '%|٪|เปอร์เซ็นต์|เปอร์เซนต์|パーセント'),
  certain('percent', '', '割(?!合|引|当)', 10),
  certain('baht', 'baht|thb', 'บาท|バーツ'),
  certain('yen', 'yen|jpy', 'เยน|円(?!滑|卓|形|盤)'),
  certain('usd', '(?:us )?dollars?|usd', 'ดอลลาร์(?:สหรัฐ(?:ฯ|อเมริกา)?)?|เหรียญสหรัฐ|米?ドル'),
  certain('eur', 'euros?|eur', 'ยูโร|ユーロ'),
  certain('hertz', 'ghz|gigahertz', 'กิกะเฮิร์?ตซ์|ギガヘルツ', 1e9),
  certain('hertz', 'mhz|megahertz', 'เมกะเฮิร์?ตซ์|メガヘルツ', 1e6),
  certain('hertz', 'khz|kilohertz', 'กิโลเฮิร์?ตซ์|キロヘルツ', 1e3),
  certain('hertz', 'hz|hertz', 'เฮิร์?ตซ์|ヘルツ'),
  certain('bit-per-second', 'gbps', 'ギガビット毎秒', 1e9),
  certain('bit-per-second', 'mbps', 'メガビット毎秒', 1e6),
  certain('metre', 'km|kilomet(?:er|re)s?', 'กิโลเมตร|กม\\.|キロメートル', 1e3),
  certain('metre', 'met(?:er|re)s?', 'เมตร|メートル'),
  certain('clock', "o'clock|a\\.?m\\.?|p\\.?m\\.?", 'นาฬิกา|น\\.(?!ส)|โมง|時(?!間|代|期|点|差)'),
  certain('fiscal-year', '', '年度'),
  certain('decade', '', "年代|(?<=\\d{3}0)'?s(?![a-z])"),
  row('second', 'seconds?|secs?', 'วินาที|秒'),
  row('minute', 'minutes?|mins?', 'นาที|分間|分(?!野|の|科|析|類|割|担|配|散)'),
  row('hour', 'hours?|hrs?', 'ชั่วโมง|ชม\\.|時間'),
  row('day', 'days?', 'วัน(?! ?ที่ ?\\d|อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์)|日間|日(?=目|ぶり)'),
  row('week', 'weeks?|wks?', 'สัปดาห์|อาทิตย์|週間?'),
  row('month', 'months?', `เดือน(?! ?(?:${MONTH_PATTERNS.th}))|[かカヶヵケ箇]月間?`),
  row('quarter', 'quarters?', 'ไตรมาส(?!ที่)|四半期'),
  row('year', 'years?|yrs?', 'ปี(?!งบ|การศึกษา)|年間|年(?=ぶり|目|半(?!ば|期))'),
  row(
    'person',
    'people|persons?|participants?|experts?|officials?|specialists?|trainees?',
    'คน|ท่าน|人(?!工|材|間|権|類|員|口|気|物|事|的|民)|名(?!称|前|古|義)',
  ),
  row('time', 'times?', 'ครั้ง(?!ที่|แรก|นี้)|回(?!線|答|復|目|避)'),
  row('company', 'compan(?:y|ies)|firms?', 'บริษัท|社(?!会|員|長|内|名)'),
  row('project', 'projects?', 'โครงการ|プロジェクト|案件'),
  row('activity', 'activit(?:y|ies)', 'กิจกรรม|活動'),
  row('country', 'countr(?:y|ies)|nations?', 'ประเทศ|[かカヶヵケ箇]国(?!語)'),
  row('ministry', 'ministr(?:y|ies)', 'กระทรวง|省(?!庁|略|エネ)'),
  row('side', 'sides?|part(?:y|ies)', 'ฝ่าย|者間'),
  row('field', 'fields?|areas?|sectors?', 'สาขา|ด้าน|分野'),
  row(
    'item',
    'items?|points?|topics?|issues?',
    `${CLAUSE_COUNT}|รายการ|อย่าง(?!ไร|เป็น)|ประการ|ประเด็น|หัวข้อ|項目|つ|件(?!名)|点(?!検|字)`,
  ),
  row('case', 'cases?', 'กรณี|ราย(?!ได้|งาน|ละ|ชื่อ)'),
  row('place', 'places?|sites?|locations?', 'แห่ง(?!ชาติ|ประเทศ|ราช|หนึ่ง)|[かカヶヵケ箇]所'),
  row('document', 'documents?|copies|memorand(?:a|ums)|agreements?', 'ฉบับ(?!ที่|เดิม|ใหม่|ปี|นี้)'),
  row('language', 'languages?', 'ภาษา|[かカヶヵケ箇]国語|言語'),
  row('page', 'pages?', 'หน้า(?!ที่)|ページ|頁'),
  row('article', '', '条(?!約|件|例)'),
  row('chapter', 'chapters?', '章'),
  row('paragraph', 'paragraphs?', 'วรรค|ย่อหน้า|項(?!目)'),
]

const TIMES: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'])

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ...Object.entries({ สิบ: 10, ร้อย: 100, พัน: 1e3, หมื่น: 1e4, แสน: 1e5, ล้าน: 1e6 }),
  ...Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }),
  ...Object.entries({ k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 }),
  ...Object.entries({ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 }),
])
const MAGNITUDE =
  ' ?(?:(?:สิบ|ร้อย|พัน|หมื่น|แสน)?(?:ล้าน){1,2}|ร้อย(?!ละ)|พัน(?!ธ)|หมื่น|แสน|[百千]?[万億兆]|[百千])' +
  '|[ -]?(?:hundred|thousand|million|billion|trillion|mn|bn|tn)(?![a-z])' +
  // One letter is a magnitude only with money: ¥5m, 1.5m yen.
  '|(?:(?<=[$¥฿€£] ?\\d[\\d.,]{0,15})[kmb]|[kmb](?= ?(?:baht|thb|yen|jpy|dollars?|usd|euros?|eur)))(?![a-z])'
const MAGNITUDE_WORD = /ล้าน|สิบ|ร้อย|พัน|หมื่น|แสน|[a-z]+|[十百千万億兆]/gu
const HALF = 'ครึ่ง|半(?!分|期|年|額|数|島|ば)'

const FOLLOWING = new RegExp(`(${MAGNITUDE})?(?:${UNITS.map(unitPattern).join('|')})?`, 'uy')
const HALF_FOLLOWING = new RegExp(HALF, 'uy')

/** The magnitude and unit that begin at `at`, the end of a number in canonical text. */
export function unitAfter(text: string, at: number): UnitMatch | undefined {
  FOLLOWING.lastIndex = at
  const match = FOLLOWING.exec(text)
  if (match === null || match[0] === '') return undefined
  const index = UNITS.findIndex((_, i) => match[i + 2] !== undefined)
  const found = UNITS[index]
  const end = at + match[0].length
  HALF_FOLLOWING.lastIndex = end
  const half = found !== undefined && HALF_FOLLOWING.exec(text) !== null
  return {
    factor: magnitude(match[1]) * (found?.factor ?? 1),
    unit: found?.unit,
    half,
    isTime: found !== undefined && TIMES.has(found.unit),
    certain: match[1] !== undefined || found?.certain === true,
    end: half ? HALF_FOLLOWING.lastIndex : end,
  }
}

const ADJECTIVE = / (?!(?:of|the|and|or|to|in|per|a) )[a-z]+(?:-[a-z]+)?(?= )/y

/** After a number in words an English adjective may stand before the unit: "five joint projects". */
export function unitAfterWords(text: string, at: number): UnitMatch | undefined {
  const unit = unitAfter(text, at)
  ADJECTIVE.lastIndex = at
  return unit ?? (ADJECTIVE.test(text) ? unitAfter(text, ADJECTIVE.lastIndex) : undefined)
}

function magnitude(words: string | undefined): number {
  return (words?.match(MAGNITUDE_WORD) ?? []).reduce((product, word) => product * (MAGNITUDES.get(word) ?? 1), 1)
}

function unitPattern({ latin, other }: UnitRow): string {
  const patterns = [...(latin ? [`[ -]?(?:${latin})(?![a-z])`] : []), ...(other ? [` ?(?:${other})`] : [])]
  return `(${patterns.join('|')})`
}
