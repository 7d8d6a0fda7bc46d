import type { Evidence, Finding, Question, Retrieval } from '../question.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { AnswerStatus, Language } from '../vocabulary.ts'
import { calendarEquations } from './calendar-note.ts'
import { checkPremises, type FindingWithEvidence, isExamples } from './check-premises.ts'
import { type ChosenSentence, chooseSentences, missingFrom } from './choose-sentences.ts'
import { computeSpan } from './compute-span.ts'
import type { Draft, DraftNote, DraftQuote, DraftStatement } from './draft.ts'
import { extractSentence } from './extract-sentence.ts'
import { WORDING } from './wording.ts'

const MOST_NEAREST = 2

/** Answers with the clauses' own sentences. Needs no model, and says nothing that isn't written there. */
export function compose(retrieval: Retrieval, lexicon: Lexicon): Draft {
  const { question, findings } = retrieval
  const { language } = question
  const words = WORDING[language]
  const chosen: ChosenSentence[] = []
  const notes: DraftNote[] = []

  const add = (sentences: readonly ChosenSentence[]) => {
    for (const choice of sentences)
      if (!chosen.some(({ sentence }) => sentence === choice.sentence)) chosen.push(choice)
  }
  const sayMissing = (text: string, nearest: readonly ChosenSentence[]) => {
    const note = nearestNote(text, nearest.slice(0, MOST_NEAREST), language)
    if (!notes.some((said) => said.text === note.text)) notes.push(note)
  }

  if (!question.languageKnown) notes.push({ kind: 'translation', text: words.otherLanguage, quotes: [] })
  if (!retrieval.onTopic && !question.languageKnown) return { status: 'not-stated', statements: [], notes }
  if (!retrieval.onTopic) {
    notes.unshift({ kind: 'nearest', text: words.offTopic, quotes: [] })
    return { status: 'off-topic', statements: [], notes }
  }
  for (const finding of findings) {
    if (finding.kind === 'nothing') {
      sayMissing(words.missing.topic, [])
      continue
    }
    const sentences = sentencesOf(finding, finding.evidence, lexicon)
    const isAboutAnother = finding.kind === 'gap' && speaksOfEarlier(finding, lexicon)
    const premises = isAboutAnother ? [] : checkPremises(finding, sentences, retrieval, lexicon)
    if (finding.kind === 'gap') {
      const label = lexicon.gap(finding.gap)![language][0]!
      sayMissing(words.notStated(label), sentencesOf(finding, nearestOf(finding), lexicon))
      if (premises.length === 0) continue
    }
    const isList = finding.kind === 'stated' && finding.list !== undefined
    const missing =
      premises.length > 0 || isList || finding.part.asks.has('between') ? [] : missingFrom(finding.part, sentences)
    if (missing.length > 0) {
      sayMissing(words.missing[missing[0]!], sentences)
      continue
    }
    add(sentences)
    for (const { wrong, sentences: explaining } of premises) {
      add(explaining)
      const proving = [...sentences.slice(0, 1), ...explaining.slice(0, 1)]
      notes.push({ kind: 'premise', text: words.premise[wrong], quotes: proving.map(quoteOf) })
    }
    if (isList && isExamples(finding)) {
      const examples = sentences.filter(({ passage }) => passage.examples)
      notes.push({ kind: 'incomplete-list', text: words.examplesOnly, quotes: examples.map(quoteOf) })
    }
  }

  const statements = chosen.flatMap((choice) => statementsOf(choice, retrieval, lexicon))
  const span = question.asks.has('between') ? computeSpan(chosen, language) : undefined
  if (span !== undefined) statements.unshift(span)
  const equations = calendarEquations(
    chosen.flatMap(({ sentence }) => sentence.dates),
    language,
  )
  if (equations !== '') {
    const dated = chosen.filter(({ sentence }) => sentence.dates.length > 0)
    notes.push({ kind: 'calendar', text: equations, quotes: dated.map(quoteOf) })
  }
  if (chosen.some(({ passage }) => passage.language !== language)) {
    notes.push({ kind: 'translation', text: words.untranslated, quotes: [] })
  }
  return { status: statusOf(statements, notes), statements, notes }
}

/** What the sources say of an earlier memorandum corrects nothing that is asked of this one. */
function speaksOfEarlier({ part, evidence }: FindingWithEvidence, lexicon: Lexicon): boolean {
  const isEarlier = (id: string) => {
    const term = lexicon.term(id)
    return term?.kind === 'instrument' && !term.default
  }
  return ![...part.terms].some(isEarlier) && evidence.some(({ profile }) => [...profile.heading].some(isEarlier))
}

/** What the question names comes nearer than what is near the gap in general. */
function nearestOf({ part, evidence, nearest }: Extract<Finding, { kind: 'gap' }>): Evidence[] {
  const named = evidence.filter(({ profile }) => [...part.terms].some((term) => profile.heading.has(term)))
  return [...named, ...nearest.filter(({ profile }) => !named.some((found) => found.profile === profile))]
}

function wantsWording({ asks }: Question): boolean {
  return asks.has('wording') && !asks.has('link')
}

function statusOf(statements: readonly DraftStatement[], notes: readonly DraftNote[]): AnswerStatus {
  if (statements.length === 0) return 'not-stated'
  return notes.some((note) => note.kind === 'nearest') ? 'partial' : 'answered'
}

/** Of a list of examples the first sentence of each clause: what follows it is detail. */
function sentencesOf(finding: FindingWithEvidence, evidence: readonly Evidence[], lexicon: Lexicon): ChosenSentence[] {
  const isList = finding.kind === 'stated' && finding.list !== undefined
  return evidence.flatMap((found) => {
    const { passage, sentences } = found.profile
    if (isList && passage.examples) return [{ passage, sentence: sentences[0]! }]
    return chooseSentences(finding.part, found, lexicon)
  })
}

function statementsOf(
  { passage, sentence }: ChosenSentence,
  { question }: Retrieval,
  lexicon: Lexicon,
): DraftStatement[] {
  const { language, text, reading } = question
  const words = WORDING[language]
  if (passage.clause === undefined) {
    // What only its heading speaks of, all of it is about.
    const ofHeading = lexicon.read(passage.headings.join('\n')).terms.difference(sentence.terms)
    const isAllAbout = ofHeading.intersection(reading.terms).size > 0
    const { start, end } = extractSentence(sentence.text, passage.language, text)
    const quote = isAllAbout ? sentence.text : sentence.text.slice(start, end)
    return [{ text: quote, quotes: [{ passageId: passage.id, quote }] }]
  }
  const statement = { text: sentence.text, quotes: [quoteOf({ passage, sentence })] }
  const original = wantsWording(question) ? sentence.original : undefined
  if (original === undefined) return [statement]
  const quoted: DraftStatement = {
    text: `${words.wording} “${original.quote}”`,
    quotes: [original],
    framed: true,
  }
  return language === 'th' ? [quoted] : [quoted, statement]
}

function nearestNote(text: string, nearest: readonly ChosenSentence[], language: Language): DraftNote {
  const sentences = nearest.map(({ sentence }) => sentence.text).join(' ')
  return {
    kind: 'nearest',
    text: sentences === '' ? text : `${text} ${WORDING[language].nearest} ${sentences}`,
    quotes: nearest.map(quoteOf),
  }
}

function quoteOf({ passage, sentence }: ChosenSentence): DraftQuote {
  return { passageId: passage.id, quote: sentence.text }
}
