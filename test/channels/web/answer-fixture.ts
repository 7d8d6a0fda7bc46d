import type { Answer, Document, Passage, Source } from '../../../src/vocabulary.ts'

const release = 'กระทรวงดิจิทัลฯ\nครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565\nจะลงนามในวันที่ 5 ส.ค. 2565\n'
const clauses =
  'A summary, not the signed text.\n\n## Timeline {#timeline}\n\n### Signing {#signing}\n\nThe new MoC was to be signed on 5 August 2022.\n\n> 1: จะลงนามในวันที่ 5 ส.ค. 2565\n'

export const releaseDocument: Document = {
  id: 'cabinet-release',
  title: 'ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น',
  kind: 'cabinet-release',
  language: 'th',
  publisher: 'รัฐบาลไทย',
  published: '2022-08-02',
  url: 'https://www.example.go.th/news/57536',
  status: 'draft-approved',
  file: 'cabinet-release.th.md',
  text: release,
  hash: '00',
}

export const clausesDocument: Document = {
  id: 'clauses-en',
  title: 'The memorandum: its points',
  kind: 'clauses',
  language: 'en',
  publisher: 'Accord',
  published: '2022-08-05',
  url: 'https://www.example.go.th/news/57536',
  status: 'summary',
  translationOf: 'cabinet-release',
  file: 'clauses.en.md',
  text: clauses,
  hash: '01',
}

export const documents: ReadonlyMap<string, Document> = new Map(
  [releaseDocument, clausesDocument].map((document) => [document.id, document]),
)

/** Of the one clause, as ingestion makes it: its sentence is proved by the release. */
const signing = spanOf(clausesDocument, 'The new MoC was to be signed on 5 August 2022.')
const planned = spanOf(releaseDocument, 'จะลงนามในวันที่ 5 ส.ค. 2565')
export const signingPassage: Passage = {
  id: 'clauses-en#signing',
  documentId: 'clauses-en',
  language: 'en',
  text: signing.quote,
  start: signing.start,
  end: signing.end,
  headings: [clausesDocument.title, 'Timeline', 'Signing'],
  clause: 'signing',
  group: 'timeline',
  sentences: [
    {
      start: signing.start,
      end: signing.end,
      proofs: [
        {
          kind: 'quote',
          documentId: 'cabinet-release',
          passageId: 'cabinet-release#p2',
          start: planned.start,
          end: planned.end,
        },
        { kind: 'address', url: 'https://www.example.go.jp/release', published: '2022-08-05' },
      ],
    },
  ],
  hash: '02',
}

export const openIndex = { version: 'v1', documents, passages: [signingPassage] }

export function spanOf(document: Document, quote: string): { start: number; end: number; quote: string } {
  const start = document.text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

export const signingSource: Source = {
  number: 1,
  documentId: 'clauses-en',
  documentTitle: clausesDocument.title,
  kind: 'clauses',
  passageId: 'clauses-en#signing',
  clause: 'signing',
  language: 'en',
  ...spanOf(clausesDocument, 'The new MoC was to be signed on 5 August 2022.'),
  original: {
    documentId: 'cabinet-release',
    passageId: 'cabinet-release#p2',
    language: 'th',
    ...spanOf(releaseDocument, 'จะลงนามในวันที่ 5 ส.ค. 2565'),
  },
  url: clausesDocument.url,
  published: clausesDocument.published,
}

const approvalSource: Source = {
  number: 2,
  documentId: 'cabinet-release',
  documentTitle: releaseDocument.title,
  kind: 'cabinet-release',
  passageId: 'cabinet-release#p1',
  language: 'th',
  ...spanOf(releaseDocument, 'ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565'),
  url: releaseDocument.url,
  published: releaseDocument.published,
}

/** An answer with every part that one can have. */
export const fullAnswer: Answer = {
  id: 'A1B2-C3',
  question: 'Was the memorandum signed in 2023?',
  language: 'en',
  status: 'partial',
  mode: 'extractive',
  statements: [
    { text: 'The new MoC was to be signed on 5 August 2022.', citations: [1] },
    { text: 'The cabinet approved the draft on 2 August 2022.', citations: [1, 2] },
  ],
  notes: [
    { kind: 'calendar', text: 'B.E. 2565 is 2022.', citations: [2] },
    { kind: 'premise', text: 'Not 2023: the sources say 2022.', citations: [1] },
    { kind: 'incomplete-list', text: 'The source gives examples.', citations: [2] },
    { kind: 'translation', text: 'Translated from Thai.', citations: [] },
    { kind: 'status', text: 'The release speaks of a plan to sign.', citations: [2] },
    { kind: 'nearest', text: 'They state when the earlier one ended.', citations: [2] },
  ],
  sources: [signingSource, approvalSource],
  suggestions: ['Who are the parties?', 'What does it replace?'],
  indexVersion: 'v1',
}
