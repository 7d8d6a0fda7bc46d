import { inflateSync } from 'node:zlib'

/** Of an object: what stands before its stream or its end, and where its stream begins. */
interface Found {
  dictionary: string
  stream?: number
}

/** By their numbers; undefined where one stands twice. */
type Objects = Map<number, Found | undefined>

const MOST_BYTES = 64 * 1024 * 1024
const FLATE = /\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/u

/**
 * Reads what pages are drawn with, which pdf.js keeps to itself. Undefined for whatever isn't as plain as browsers and office programs
 * write it: an object that stands twice, another filter, an encrypted file. Searches the file once it's asked.
 */
export function createContentReader(bytes: Uint8Array): (pageObject: number) => string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let objects: Objects | undefined
  return (pageObject) => {
    objects ??= findObjects(file)
    const page = objects.get(pageObject)?.dictionary ?? ''
    const contents = /\/Contents\s*(?:(\d+)\s+\d+\s+R|\[([\d\sR]*)\])/u.exec(page)
    if (contents === null) return undefined
    const numbers = contents[1] === undefined ? contents[2]!.matchAll(/(\d+)\s+\d+\s+R/gu) : [contents]
    const streams: string[] = []
    for (const [, number] of numbers) {
      const stream = streamOf(objects.get(Number(number)), file)
      if (stream === undefined) return undefined
      streams.push(stream)
    }
    return streams.join('\n')
  }
}

function findObjects(file: Buffer): Objects {
  const text = file.toString('latin1')
  const objects: Objects = new Map()
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u.test(text)) return objects
  const add = (number: number, found: Found) => objects.set(number, objects.has(number) ? undefined : found)
  const ending = /\b(?:stream\r?\n|endobj\b)/gu
  for (const match of text.matchAll(/(?<![^\s])(\d+)\s+\d+\s+obj\b/gu)) {
    const start = match.index + match[0].length
    ending.lastIndex = start
    const end = ending.exec(text)
    if (end === null) break
    const dictionary = text.slice(start, end.index)
    add(Number(match[1]), end[0] === 'endobj' ? { dictionary } : { dictionary, stream: ending.lastIndex })
  }
  for (const found of [...objects.values()]) {
    if (found === undefined || !/\/Type\s*\/ObjStm\b/u.test(found.dictionary)) continue
    const packed = streamOf(found, file) ?? ''
    for (const [number, dictionary] of packedObjects(found.dictionary, packed)) add(number, { dictionary })
  }
  return objects
}

function streamOf(found: Found | undefined, file: Buffer): string | undefined {
  if (found?.stream === undefined || found.dictionary.includes('/DecodeParms')) return undefined
  const rest = file.subarray(found.stream)
  if (!found.dictionary.includes('/Filter')) return rest.toString('latin1', 0, rest.indexOf('endstream'))
  if (!FLATE.test(found.dictionary)) return undefined
  try {
    return inflateSync(rest, { maxOutputLength: MOST_BYTES }).toString('latin1')
  } catch {
    return undefined
  }
}

/** https://pdfa.org/resource/iso-32000-2/, 7.5.7: pairs of a number and a place, then the objects. */
function packedObjects(dictionary: string, packed: string): [number: number, dictionary: string][] {
  const first = Number(/\/First\s+(\d+)/u.exec(dictionary)?.[1] ?? 0)
  const pairs = Array.from(packed.slice(0, first).matchAll(/(\d+)\s+(\d+)/gu), ([, number, at]) => {
    return [Number(number), first + Number(at)] as const
  })
  return pairs.map(([number, at], nth) => [number, packed.slice(at, pairs[nth + 1]?.[1])])
}
