/** Those that pages in Thai, Japanese and English are written in, under every name that the web has for them. */
const KNOWN = new Set([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'windows-1252',
])
const BOMS: readonly [bytes: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** How far into a page its own word about its encoding may stand: https://html.spec.whatwg.org/#charset */
const DECLARED_WITHIN = 1024

/**
 * The text of bytes: by their byte order mark, as UTF-8 if they are, else in the encoding that they are `labelled` with or that
 * a page says of itself (TIS-620 is read as Windows-874). Undefined when none fits.
 */
export function decodeText(bytes: Uint8Array, labelled?: string): string | undefined {
  const bom = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN)),
  )?.[1]
  for (const label of [bom, 'utf-8', labelled, declared]) {
    const text = label === undefined ? undefined : decodeAs(bytes, label)
    if (text !== undefined) return text
  }
  return undefined
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return KNOWN.has(decoder.encoding) ? decoder.decode(bytes) : undefined
  } catch {
    return undefined
  }
}
