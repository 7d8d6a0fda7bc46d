/** Where marked content begins or ends in what a page is drawn with. */
export type Mark = { kind: 'begin'; tag?: string; mcid?: number; actualText?: string } | { kind: 'end' }

type Value = number | Name | Text | Map<string, Value> | Value[] | undefined
interface Name {
  name: string
}
/** A string's bytes. */
interface Text {
  bytes: string
}

const TOKEN =
  /[\0\s]+|%[^\r\n]*|<<|>>|[[\]{}]|<(?<hex>[\dA-Fa-f\0\s]*)>|\/(?<name>[^\0\s()<>[\]{}/%]*)|(?<word>[^\0\s()<>[\]{}/%]+)|./suy
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/u
const INLINE_IMAGE_END = /\sEI(?=\s|$)/gu

/** All marks, in order: https://pdfa.org/resource/iso-32000-2/, 14.6. Text that can't be told is left out. */
export function marksOf(content: string): Mark[] {
  const marks: Mark[] = []
  /** What stands before the next operator; within brackets, what they hold so far. */
  const open: Value[][] = [[]]
  const token = new RegExp(TOKEN)
  for (let at = 0; at < content.length; at = token.lastIndex) {
    if (content[at] === '(') {
      const end = endOfString(content, at)
      open.at(-1)!.push({ bytes: unescaped(content.slice(at + 1, end - 1)) })
      token.lastIndex = end
      continue
    }
    token.lastIndex = at
    const match = token.exec(content)!
    const [whole] = match
    const { hex, name, word } = match.groups!
    if (whole === '<<' || whole === '[') open.push([])
    else if (whole === '>>' || whole === ']') {
      const held = open.length > 1 ? open.pop()! : []
      open.at(-1)!.push(whole === ']' ? held : dictionaryOf(held))
    } else if (hex !== undefined) open.at(-1)!.push({ bytes: bytesOfHex(hex) })
    else if (name !== undefined)
      open.at(-1)!.push({ name: name.replace(/#([\dA-Fa-f]{2})/gu, (_, code) => byteOf(code)) })
    else if (word !== undefined && NUMBER.test(word)) open.at(-1)!.push(Number(word))
    else if (word !== undefined) {
      marks.push(...markOf(word, open.flat()))
      open.splice(0, open.length, [])
      if (word === 'ID') {
        INLINE_IMAGE_END.lastIndex = token.lastIndex
        const end = INLINE_IMAGE_END.exec(content)
        token.lastIndex = end === null ? content.length : INLINE_IMAGE_END.lastIndex
      }
    }
  }
  return marks
}

function markOf(operator: string, operands: readonly Value[]): Mark[] {
  if (operator === 'EMC') return [{ kind: 'end' }]
  if (operator !== 'BMC' && operator !== 'BDC') return []
  const [label, properties] = operator === 'BMC' ? [operands.at(-1)] : operands.slice(-2)
  const known = properties instanceof Map ? properties : new Map<string, Value>()
  const [mcid, actual] = [known.get('MCID'), known.get('ActualText')]
  const actualText = isText(actual) ? decode(actual.bytes) : undefined
  return [
    {
      kind: 'begin',
      ...(isName(label) && { tag: label.name }),
      ...(typeof mcid === 'number' && { mcid }),
      ...(actualText !== undefined && { actualText }),
    },
  ]
}

function dictionaryOf(held: readonly Value[]): Map<string, Value> {
  const entries = new Map<string, Value>()
  for (let at = 0; at + 1 < held.length; at += 2) {
    const key = held[at]
    if (isName(key)) entries.set(key.name, held[at + 1])
  }
  return entries
}

const isName = (value: Value): value is Name => typeof value === 'object' && 'name' in value
const isText = (value: Value): value is Text => typeof value === 'object' && 'bytes' in value

function endOfString(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at++
    else if (content[at] === '(') depth++
    else if (content[at] === ')' && --depth === 0) return at + 1
  }
  return content.length
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/gu, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    return letter === undefined || /[\r\n]/u.test(letter) ? '' : (ESCAPES[letter] ?? letter)
  })
}

const byteOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

function bytesOfHex(hex: string): string {
  const digits = hex.replace(/[\0\s]/gu, '')
  return (digits.length % 2 === 0 ? digits : `${digits}0`).replace(/../gu, byteOf)
}

/** UTF-16 or UTF-8 by its mark; without one only what is ASCII is beyond doubt. */
function decode(bytes: string): string | undefined {
  const buffer = Buffer.from(bytes, 'latin1')
  try {
    if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be', { fatal: true }).decode(buffer)
    if (bytes.startsWith('\xef\xbb\xbf')) return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
    return /^[\x20-\x7e]*$/u.test(bytes) ? bytes : undefined
  } catch {
    return undefined
  }
}
