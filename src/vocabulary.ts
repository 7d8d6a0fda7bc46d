/** The nouns that flow through Accord, in the order in which they come to be. Types only. */

export type Language = 'th' | 'en' | 'ja'

export type DocumentKind = 'cabinet-release' | 'clauses' | 'other'

/** One file of `knowledge/`. `text` is what follows its front matter, verbatim: every offset in Accord counts UTF-16 units of it. */
export interface Document {
  id: string
  title: string
  kind: DocumentKind
  language: Language
  publisher: string
  /** ISO date. */
  published: string
  url: string
  /** draft-approved, signed, in-force … */
  status: string
  translationOf?: string
  /** Path below the knowledge folder. */
  file: string
  text: string
  /** SHA-256 of the file's bytes, hex. */
  hash: string
}

/** A piece of a document's text: `text === document.text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

/** What stands behind one sentence of a clause: words of a stored document, or the address of a publication that isn't stored. */
export type Proof =
  | ({ kind: 'quote'; documentId: string; passageId: string } & Span)
  | { kind: 'address'; url: string; published: string }

export interface Sentence extends Span {
  proofs: Proof[]
}

/** The unit that is indexed, found and cited. */
export interface Passage extends Span {
  /** `<documentId>#<clause id, or p1, p2 …>` */
  id: string
  documentId: string
  language: Language
  text: string
  /** Headings above it, outermost first. */
  headings: string[]
  /** Only of a clause: its fact's id, the same in every language. */
  clause?: string
  /** Only of a clause: the id of the group that it belongs to (parties, scope, activities, timeline …). */
  group?: string
  /** Only of a clause: the source gives its group as examples, so the group is never the whole list. */
  examples?: boolean
  /** Only of a clause: its sentences, each an answer by itself, with their proofs. */
  sentences?: Sentence[]
  /** SHA-256 of headings and text, hex: what decides whether it must be embedded again. */
  hash: string
}

/**
 * What a glossary term names. `agreement`: this memorandum as a whole · `topic`: what a clause is about · `instrument`, `side`:
 * values that exclude each other · `organisation`, `person`, `place`: names, of which a wrong one is corrected · `contrary`: the
 * opposite of the term that it contradicts · `country`, `other-agreement`, `outside`: what Accord is not about.
 */
export type TermKind =
  | 'agreement'
  | 'topic'
  | 'instrument'
  | 'side'
  | 'organisation'
  | 'person'
  | 'place'
  | 'contrary'
  | 'country'
  | 'other-agreement'
  | 'outside'

/** One meaning with its wordings: the first of each language is the label that people are shown. */
export interface GlossaryTerm {
  id: string
  kind: TermKind
  th: string[]
  en: string[]
  ja: string[]
  /** All its wordings as texts are searched for them; ingestion works them out once. */
  forms?: string[]
  /** Its wordings name different things of one kind: two of them don't mean the same. */
  various?: boolean
  /** Two values of a slot exclude each other, as the Thai and the Japanese side do. */
  slot?: string
  /** The value of its slot that is meant when none is said. */
  default?: boolean
  /** Only of an organisation or a person: the side that it belongs to. */
  side?: string
  /** The terms that a question is about which has this one in their place: of a contrary, those whose opposite it is. */
  contradicts?: string[]
  /** The wider term that it's part of: experts are people. */
  broader?: string
}

/** Something that people ask about and no source states. */
export interface Gap {
  id: string
  th: string[]
  en: string[]
  ja: string[]
  /** All its wordings as texts are searched for them; ingestion works them out once. */
  forms?: string[]
  /** Clauses that come nearest to it. */
  nearest: string[]
  /** Terms of the glossary that speak of it as its own wordings do. */
  terms?: string[]
  /** Terms with which it is no gap: the end of the old memorandum is stated, that of the new one isn't. */
  unless?: string[]
}

/** Questions that a clause answers, as people put them: shown as suggestions, and indexed with the clause. */
export interface ClauseQuestions {
  clause: string
  th: string[]
  en: string[]
  ja: string[]
}

export interface Vocabulary {
  terms: GlossaryTerm[]
  gaps: Gap[]
  questions: ClauseQuestions[]
}

export type AnswerStatus = 'answered' | 'partial' | 'not-stated' | 'off-topic' | 'unavailable'
export type AnswerMode = 'extractive' | 'generated'
export type NoteKind = 'premise' | 'calendar' | 'incomplete-list' | 'translation' | 'status' | 'nearest'

export interface Statement {
  text: string
  /** Numbers of sources; at least one. */
  citations: number[]
}

export interface Note {
  kind: NoteKind
  text: string
  citations: number[]
}

/** The stored words that prove a statement. `document.text.slice(start, end) === quote`. */
export interface Quotation extends Span {
  documentId: string
  passageId: string
  language: Language
  quote: string
}

export interface Source extends Quotation {
  number: number
  documentTitle: string
  kind: DocumentKind
  clause?: string
  /** The official words behind a summary or a translation. */
  original?: Quotation
  url: string
  published: string
}

/** A statement that may be shown while the rest of its answer is still being written: it's verified. Its sources keep their numbers. */
export interface ShownStatement extends Statement {
  sources: Source[]
}

/** What every channel renders, and what `ask --json` and `POST /api/ask` return. */
export interface Answer {
  /** Receipt: short and quotable. */
  id: string
  question: string
  language: Language
  status: AnswerStatus
  mode: AnswerMode
  statements: Statement[]
  notes: Note[]
  sources: Source[]
  suggestions: string[]
  indexVersion: string
}

/** What a new snapshot changed in the texts and their front matter. */
export interface ChangeSummary {
  version: string
  versionBefore: string
  /** Of passages; what only front matter says isn't counted. */
  counts: Record<ChangeKind, number>
  /** Those that matter most of each kind, changed ones first by how much they did. */
  shown: ShownChange[]
  /** How many aren't among them; a whole document counts once. */
  more: number
}

export type ChangeKind = 'changed' | 'removed' | 'added'

export interface ShownChange {
  kind: ChangeKind
  documentTitle: string
  language: Language
  /** The passage within its document, or the field of the front matter; undefined for a whole document. */
  place?: string
  /** From shortly before where they differ. Unset for a whole document, and where there is none. */
  before?: string
  after?: string
  /** Of a whole document. */
  passages?: number
}
