import type { messagingApi } from '@line/bot-sdk'
import type { Answer, Document, Language, Passage } from '../../vocabulary.ts'
import { longDate } from './describe-source.ts'
import { mostMessages } from './limits.ts'
import { showable } from './measure.ts'
import { packTexts, textMessages } from './render-text.ts'
import { words } from './words.ts'

/** A passage as the documents have it, with where it's from: what a tap on a source shows when there is no reader page. */
export function renderPassage(passage: Passage, document: Document, language: Language): messagingApi.Message[] {
  const say = words[language]
  const clause = passage.clause === undefined ? undefined : `${say.clause} ${passage.clause}`
  const about = [say.kinds[document.kind], clause, longDate(document.published, language)].filter(Boolean).join(' · ')
  return textsOf([document.title, about, ...passage.headings, `“${passage.text}”`, document.url], language)
}

/** The official words behind an answer; the answer's own sources where they are the official ones. */
export function renderOriginalWords({ sources, language }: Answer): messagingApi.Message[] {
  const say = words[language]
  const official = sources.flatMap(({ number, original, kind, quote, documentTitle, url }) => {
    if (original) return [`[${number}] ${say.originalWords}`, `“${original.quote}”`, url]
    return kind === 'clauses' ? [] : [`[${number}] ${documentTitle}`, `“${quote}”`, url]
  })
  return textsOf(official.length > 0 ? official : [say.noOriginal], language)
}

function textsOf(paragraphs: readonly string[], language: Language): messagingApi.Message[] {
  const texts = packTexts(paragraphs.flatMap((text) => showable(text) ?? []))
  const shown = texts.length <= mostMessages ? texts : [...texts.slice(0, mostMessages - 1), words[language].tooLong]
  return textMessages(shown, undefined)
}
