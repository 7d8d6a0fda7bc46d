import { expect, test } from 'vitest'
import { findDocument, parseSpan } from '../../../src/channels/web/locate-quote.ts'
import type { Document } from '../../../src/vocabulary.ts'
import { openIndex, releaseDocument, spanOf } from './answer-fixture.ts'

const { start, end } = spanOf(releaseDocument, 'วันที่ 2 ส.ค. 2565')
const asked = { documentId: releaseDocument.id, start: String(start), end: String(end) }
const span = { start, end }

function keptIn(versions: Record<string, Document[]>) {
  return async (version: string) =>
    Object.hasOwn(versions, version)
      ? new Map(versions[version]?.map((document) => [document.id, document]))
      : undefined
}

test.each([undefined, 'v1'])(
  'a quote of the index in use is as it is, its version given or not: %s',
  async (version) => {
    const found = await findDocument({ ...asked, version }, openIndex, keptIn({}))
    expect(found).toEqual({
      document: releaseDocument,
      version: 'v1',
      quote: { kind: 'current', span },
      isRemoved: false,
    })
  },
)

test('of an earlier version whose document is the same, too', async () => {
  const found = await findDocument({ ...asked, version: 'v0' }, openIndex, keptIn({ v0: [releaseDocument] }))
  expect(found?.quote).toEqual({ kind: 'current', span })
})

test('of a version that is no longer kept, nothing is known for certain', async () => {
  const found = await findDocument({ ...asked, version: 'v0' }, openIndex, keptIn({}))
  expect(found?.quote).toEqual({ kind: 'unchecked', span })
})

test('of a document that has changed, the words are read where they were quoted', async () => {
  const earlier = { ...releaseDocument, text: `ประกาศ\n${releaseDocument.text.replace('2 ส.ค.', '1 ส.ค.')}` }
  const then = spanOf(earlier, 'วันที่ 1 ส.ค. 2565')
  const query = { ...asked, start: String(then.start), end: String(then.end), version: 'v0' }
  const found = await findDocument(query, openIndex, keptIn({ v0: [earlier] }))
  expect(found?.document).toBe(releaseDocument)
  if (found?.quote?.kind !== 'changed' || found.quote.now.kind !== 'reworded') throw new Error('expected other words')
  expect(earlier.text.slice(found.quote.then.start, found.quote.then.end)).toBe('วันที่ 1 ส.ค. 2565')
  const { now } = found.quote
  expect(releaseDocument.text.slice(now.span.start, now.span.end)).toBe('ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565')
})

test('a document that is gone is shown as it was', async () => {
  const gone = { ...releaseDocument, id: 'gone' }
  const found = await findDocument({ ...asked, documentId: 'gone', version: 'v0' }, openIndex, keptIn({ v0: [gone] }))
  expect(found).toEqual({ document: gone, version: 'v0', quote: { kind: 'current', span }, isRemoved: true })
  expect(await findDocument({ ...asked, documentId: 'gone' }, openIndex, keptIn({ v0: [gone] }))).toBeUndefined()
})

test('an address that names words which are not there is told from one that names none', async () => {
  const kept = keptIn({ v0: [], v1: [] })
  for (const version of [undefined, 'v0', 'unkept']) {
    const found = await findDocument({ ...asked, end: '99999', version }, openIndex, kept)
    expect(found?.quote).toEqual({ kind: 'missing' })
  }
  expect((await findDocument({ ...asked, version: 'v0' }, openIndex, kept))?.quote).toEqual({ kind: 'missing' })
  expect(await findDocument({ documentId: asked.documentId, version: 'v0' }, openIndex, kept)).not.toHaveProperty(
    'quote',
  )
})

test('a span never cuts a character in two', () => {
  expect(parseSpan('0', '1', '😀')).toBeUndefined()
  expect(parseSpan('0', '2', '😀')).toEqual({ start: 0, end: 2 })
})
