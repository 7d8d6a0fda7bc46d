import { LRUCache } from 'lru-cache'
import { describeSource } from '../answer/cite.ts'
import type { LocatedQuote } from '../answer/draft.ts'
import { canonical } from '../text/canonical.ts'
import type { Answer, Document, Language, Note, Passage } from '../vocabulary.ts'
import type { TakeTurn } from './take-turn.ts'

/** The snapshot in use, as far as it's needed to see what has changed. */
export interface CitedSnapshot {
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
  ordinalOf(passageId: string): number | undefined
}

export interface ChangeTellerOptions {
  snapshot: () => CitedSnapshot
  /** Milliseconds for which it's known what a conversation was told. */
  expiresAfter?: number
  mostConversations?: number
}

/** Stored words that a conversation was shown. Nothing that the person wrote. */
interface Shown {
  documentId: string
  passageId: string
  quote: string
}

interface Memory {
  version: string
  shown: Shown[]
}

const HALF_AN_HOUR = 30 * 60_000
/** Quotes that are remembered of a conversation, the last ones. */
const MOST_SHOWN = 48

/**
 * When words that a conversation was shown have changed or gone with a new snapshot, its next answer says so in one note, with both
 * wordings, once. Both are stored words: the old ones as they were shown, the new ones as the snapshot in use has them.
 */
export function tellChanges(ask: TakeTurn, options: ChangeTellerOptions): TakeTurn {
  const { snapshot, expiresAfter = HALF_AN_HOUR, mostConversations = 10_000 } = options
  const memories = new LRUCache<string, Memory>({ max: mostConversations, ttl: expiresAfter })
  return async (turn, turnOptions) => {
    const answer = await ask(turn, turnOptions)
    const key = turn.conversation ?? turn.audience
    if (key === undefined) return answer
    const present = snapshot()
    // A channel that recalls nothing has been told to forget, or it's long ago.
    const before = turn.history?.length === 0 ? undefined : memories.get(key)
    // Swapped while the question was answered: the next answer tells.
    const isPresent = present.version === answer.indexVersion
    const isNew = isPresent && before !== undefined && before.version !== present.version
    const changes = isNew ? changesOf(before.shown, present) : []
    const gone = new Set(changes.map(({ shown }) => shown))
    const kept = (before?.shown ?? []).filter((shown) => !gone.has(shown))
    const version = isPresent ? present.version : (before?.version ?? answer.indexVersion)
    const told = changes.length === 0 ? answer : withNote(answer, changes, present)
    memories.set(key, { version, shown: withQuotesOf(told, kept) })
    return told
  }
}

function withQuotesOf({ sources }: Answer, kept: readonly Shown[]): Shown[] {
  const fresh = sources
    .flatMap(({ original, ...source }) => (original === undefined ? [source] : [original, source]))
    .map(({ documentId, passageId, quote }) => ({ documentId, passageId, quote }))
  const isFresh = ({ passageId, quote }: Shown) =>
    fresh.some((source) => source.passageId === passageId && source.quote === quote)
  return [...kept.filter((shown) => !isFresh(shown)), ...fresh].slice(-MOST_SHOWN)
}

interface Change {
  shown: Shown
  /** What stands in its place; undefined when nothing does. */
  now: LocatedQuote | undefined
}

/** A quote that stands elsewhere in its document hasn't changed. */
function changesOf(shown: readonly Shown[], snapshot: CitedSnapshot): Change[] {
  return shown.flatMap((one): Change[] => {
    const document = snapshot.documents.get(one.documentId)
    if (document !== undefined && canonical(document.text).includes(canonical(one.quote))) return []
    const passage = passageOf(one.passageId, snapshot)
    return [{ shown: one, now: passage && likest(passage, one.quote) }]
  })
}

/** Of the passage's sentences the one that has most of the quote's words; of prose the whole. */
function likest(passage: Passage, quote: string): Change['now'] {
  const wanted = wordsOf(quote, passage.language)
  const spans = passage.sentences ?? [passage]
  const candidates = spans.map(({ start, end }) => {
    const text = passage.text.slice(start - passage.start, end - passage.start)
    return { passage, start, end, text, shared: wanted.intersection(wordsOf(text, passage.language)).size }
  })
  return candidates.toSorted((a, b) => b.shared - a.shared)[0]
}

function wordsOf(text: string, language: Language): Set<string> {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return new Set(Array.from(segments, ({ segment }) => segment))
}

const WORDS: Record<
  Language,
  { changed: (old: string, now: string) => string; gone: (old: string) => string; more: (count: number) => string }
> = {
  th: {
    changed: (old, now) => `ข้อความที่เคยอ้างถึงในการสนทนานี้เปลี่ยนไปแล้ว เดิม “${old}” ปัจจุบัน “${now}”`,
    gone: (old) => `ข้อความที่เคยอ้างถึงในการสนทนานี้ไม่มีในแหล่งข้อมูลแล้ว เดิม “${old}”`,
    more: (count) => ` และมีอีก ${count} ข้อความที่เปลี่ยนไป`,
  },
  en: {
    changed: (old, now) => `Words cited earlier in this conversation have changed. Before: “${old}” Now: “${now}”`,
    gone: (old) => `Words cited earlier in this conversation are no longer in the sources. Before: “${old}”`,
    more: (count) => ` (${count} more of them have changed)`,
  },
  ja: {
    changed: (old, now) => `この会話で先に引用した文が変わりました。変更前:「${old}」 現在:「${now}」`,
    gone: (old) => `この会話で先に引用した文は、出典からなくなりました。変更前:「${old}」`,
    more: (count) => `(ほかに${count}件が変わりました)`,
  },
}

function withNote(answer: Answer, changes: readonly Change[], snapshot: CitedSnapshot): Answer {
  const [{ shown, now }] = changes as [Change, ...Change[]]
  const words = WORDS[answer.language]
  const more = changes.length > 1 ? words.more(changes.length - 1) : ''
  const [old, fresh] = [oneLine(shown.quote), now && oneLine(now.text)]
  const text = (fresh === undefined ? words.gone(old) : words.changed(old, fresh)) + more
  if (now === undefined) return { ...answer, notes: [...answer.notes, { kind: 'status', text, citations: [] }] }
  const known = answer.sources.find(({ passageId, start, end }) => {
    return passageId === now.passage.id && start === now.start && end === now.end
  })
  const next = Math.max(0, ...answer.sources.map(({ number }) => number)) + 1
  const passages = { get: (id: string) => passageOf(id, snapshot) }
  const source = known ?? describeSource(next, now, snapshot.documents, passages)
  const note: Note = { kind: 'status', text, citations: [source.number] }
  const sources = known === undefined ? [...answer.sources, source] : answer.sources
  return { ...answer, notes: [...answer.notes, note], sources }
}

function passageOf(id: string, { passages, ordinalOf }: CitedSnapshot): Passage | undefined {
  const ordinal = ordinalOf(id)
  return ordinal === undefined ? undefined : passages[ordinal]
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim()
