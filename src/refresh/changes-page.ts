import type { Answer } from '../vocabulary.ts'
import { type PassageChange, shownText } from './compare-snapshots.ts'
import { describeLoss } from './find-losses.ts'
import type { AnswerChange } from './golden-questions.ts'
import { showSigns, wordsOf } from './render-changes.ts'
import type { Changes } from './review.ts'
import { type DiffPiece, diffWords } from './word-diff.ts'

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --gone: #d43a2f33; --new: #1f9d4d33 }
body { font: 16px/1.7 system-ui, 'Noto Sans Thai', 'Noto Sans JP', sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.5rem } h3 { font-size: 1rem; margin: 0 0 .5rem }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0 }
p, li { overflow-wrap: anywhere } .text { white-space: pre-line; margin: 0 }
del { background: var(--gone) } ins { background: var(--new) }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)) }
small { opacity: .75 }
`

/** One page that needs nothing beside it: what would be lost, the texts word by word, the answers side by side. */
export function renderChangesPage({ from, passages, frontMatter, answers, losses }: Changes): string {
  const fields = frontMatter.map(({ id, field, before, after }) => {
    return article(`${id} ${field}`, `<p><del>${escapeHtml(before)}</del> → <ins>${escapeHtml(after)}</ins></p>`)
  })
  const lost = losses.map((loss) => `<li>${escapeHtml(describeLoss(loss))}</li>`)
  const unasked = answers === undefined ? '<p>No golden questions were asked: GOLDEN_QUESTIONS names none.</p>' : ''
  const body = [
    lost.length === 0 ? '<p>Nothing would be lost.</p>' : section('Lost', lost.length, `<ul>${lost.join('')}</ul>`),
    fields.length === 0 ? '' : section('Front matter', fields.length, fields.join('')),
    section('Passages', passages.length, passages.map(passageArticle).join('')),
    section('Answers to golden questions', answers?.length ?? 0, unasked + (answers ?? []).map(answerArticle).join('')),
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What the refresh changes</title><style>${STYLE}</style></head>
<body><h1>What the refresh changes</h1>
<p>${from === undefined ? 'There is no index yet.' : `Against the index in use, ${escapeHtml(from)}.`}</p>
${body.join('\n')}
</body></html>
`
}

function passageArticle(change: PassageChange): string {
  const passage = change.kind === 'removed' ? change.before : change.after
  const pieces = change.kind === 'changed' ? change.pieces : [{ kind: change.kind, text: shownText(passage) }]
  return article(`${passage.id} <small>${change.kind}</small>`, text(marked(pieces), passage.language))
}

function answerArticle({ question, before, after }: AnswerChange): string {
  const pieces = diffWords(wordsOf(before), wordsOf(after), question.lang)
  const side = (heading: string, answer: Answer, without: DiffPiece['kind']) => {
    const words = marked(pieces.filter(({ kind }) => kind !== without))
    return `<div><h3>${heading} <small>${answer.status}</small></h3>${text(words, question.lang)}</div>`
  }
  const sides = side('Before', before, 'added') + side('After', after, 'removed')
  return article(`${question.id} ${escapeHtml(question.question)}`, `<div class="sides">${sides}</div>`)
}

const section = (heading: string, count: number, content: string) =>
  `<section><h2>${heading}: ${count}</h2>${content}</section>`
const article = (heading: string, content: string) => `<article><h3>${heading}</h3>${content}</article>`
const text = (html: string, language: string) => `<p class="text" lang="${language}">${html}</p>`

function marked(pieces: readonly DiffPiece[]): string {
  const tags = { same: undefined, removed: 'del', added: 'ins' }
  return pieces
    .map(({ kind, text: words }) => {
      const tag = tags[kind]
      return tag === undefined ? escapeHtml(words) : `<${tag}>${escapeHtml(words)}</${tag}>`
    })
    .join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(words: string): string {
  return showSigns(words).replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
