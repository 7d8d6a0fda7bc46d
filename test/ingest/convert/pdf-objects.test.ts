import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createContentReader } from '../../../src/ingest/convert/pdf-objects.ts'

const object = (number: number, body: string) => `${number} 0 obj\n${body}\nendobj\n`
const stream = (dictionary: string, data: string) => `<<${dictionary}>>\nstream\n${data}\nendstream`
const packed = (data: string) => deflateSync(data).toString('latin1')
const flate = (data: string, more = '') => stream(`/Filter /FlateDecode${more}`, packed(data))
const read = (file: string, page = 3) => createContentReader(Buffer.from(`%PDF-1.7\n${file}`, 'latin1'))(page)
const PAGE = '<< /Type /Page /Contents 4 0 R /Resources << /Font << >> >> >>'

describe('what a page is drawn with', () => {
  it('is read from a stream, or from several', () => {
    expect(read(object(3, PAGE) + object(4, flate('BT ET')))).toBe('BT ET')
    expect(read(object(3, PAGE) + object(4, stream('/Length 5', 'BT ET')))).toBe('BT ET\n')
    const two = object(3, '<< /Contents [4 0 R 5 0 R] >>') + object(4, flate('BT')) + object(5, flate('ET'))
    expect(read(two)).toBe('BT\nET')
  })

  it('is found where the objects are packed', () => {
    const first = '2 0 3 10 '
    const objects = stream(
      `/Type /ObjStm /N 2 /First ${first.length} /Filter /FlateDecode`,
      packed(`${first}<< /A 1 >>${PAGE}`),
    )
    expect(read(object(7, objects) + object(4, flate('BT ET')))).toBe('BT ET')
  })

  it.each([
    ['is encrypted', `${object(3, PAGE)}${object(4, flate('BT ET'))}trailer << /Encrypt 9 0 R >>`],
    ['was changed afterwards', object(3, PAGE) + object(4, flate('BT ET')) + object(4, flate('ET'))],
    ['is packed otherwise', object(3, PAGE) + object(4, stream('/Filter /LZWDecode', 'x'))],
    ['is packed twice', object(3, PAGE) + object(4, flate('BT ET', ' /DecodeParms << /Predictor 12 >>'))],
    ['is damaged', object(3, PAGE) + object(4, stream('/Filter /FlateDecode', 'x'))],
    ['isn’t there', object(3, PAGE)],
    ['has no page', object(4, flate('BT ET'))],
  ])('isn’t told when it %s', (_, file) => expect(read(file)).toBeUndefined())
})
