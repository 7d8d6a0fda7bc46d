// Saves the page's forms their reload: asks in the background, shows each statement as it comes, then the turn that the
// server has rendered. Without it the same forms work as they are. The conversation lives in this tab's session storage only.

import { openBeside } from './beside.js'
import { readEvents } from './event-stream.js'

const thread = document.getElementById('thread')
const composer = document.getElementById('ask')
const box = composer.elements.question
const conversation = recall('conversation') ?? randomId()
// What the server takes for a question has something to see in it.
const visible = /[^\p{C}\p{Z}\p{M}]/u
// The server shows every 10 s that it's still working: so long a silence is a link that has gone.
const LONGEST_SILENCE = 30_000
let busy = false

if (thread.childElementCount === 0) thread.innerHTML = recall('thread') ?? ''
remember('conversation', conversation)

document.addEventListener('submit', (event) => {
  if (!('ask' in event.target.dataset)) return
  const fields = new FormData(event.target)
  if (event.submitter?.name) fields.set(event.submitter.name, event.submitter.value)
  // A browser too old to name the button that was pressed sends the form by itself.
  if (!fields.has('question')) return
  event.preventDefault()
  const question = fields.get('question').trim()
  if (busy || !visible.test(question)) return
  if (event.target === composer) box.value = ''
  ask(question, fields.get('language') ?? undefined)
})

document.addEventListener('click', openBeside)

box.addEventListener('keydown', (event) => {
  // 229: Safari ends a composition before the Enter that chose its candidate.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  composer.querySelector('button').click()
})

composer.querySelector('.restart').addEventListener('click', () => {
  forget('conversation')
  forget('thread')
})

async function ask(question, language) {
  busy = true
  if (matchMedia('(pointer: coarse)').matches) box.blur()
  const keepInView = createFollower()
  const pending = turnOf('pending', question)
  keepInView(pending, () => thread.append(pending))
  const turn = await receiveTurn({ question, language, conversation }, (statement) =>
    keepInView(pending, () => write(statement, pending)),
  ).catch(({ status }) => turnOf({ 400: 'too-long', 429: 'limited' }[status] ?? 'failed', question))
  const isAnswered = turn.querySelector('[role=alert]') === null
  keepInView(turn, () => pending.replaceWith(turn))
  if (isAnswered) remember('thread', thread.innerHTML)
  else if (box.value === '') box.value = question
  busy = false
}

// Throws when the answer breaks off, or is a page of whoever stands between.
async function receiveTurn(request, onStatement) {
  const silence = createSilence()
  try {
    const response = await fetch(`/api/ask?turn=html&lang=${document.documentElement.lang}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal: silence.signal,
    })
    if (!response.ok) throw Object.assign(new Error(response.statusText), { status: response.status })
    for await (const { event, data } of readEvents(response, silence.end)) {
      if (event === 'statement') onStatement(JSON.parse(data))
      if (event === 'turn') return firstElement(JSON.parse(data).html)
    }
    throw new Error('The answer broke off.')
  } finally {
    silence.stop()
  }
}

// Aborts what has been silent for too long; `end` begins to wait anew.
function createSilence() {
  const controller = new AbortController()
  let timer
  const stop = () => clearTimeout(timer)
  const end = () => {
    stop()
    timer = setTimeout(() => controller.abort(), LONGEST_SILENCE)
  }
  end()
  return { signal: controller.signal, end, stop }
}

function write({ text, sources }, pending) {
  const paragraph = document.createElement('p')
  paragraph.className = 'statement'
  // The answer's language comes with the whole of it; till then, that of the words behind it tells the fonts.
  paragraph.lang = sources[0]?.language ?? ''
  paragraph.textContent = text
  pending.querySelector('.searching').hidden = true
  const written = pending.querySelector('.written')
  written.lastElementChild.before(paragraph)
  written.hidden = false
}

// Makes a change and keeps the turn's beginning at the top, until its reader scrolls.
function createFollower() {
  let reached = scrollY
  return (turn, change) => {
    const follows = Math.abs(scrollY - reached) <= 1
    change()
    if (!follows) return
    turn.scrollIntoView({ block: 'start' })
    reached = scrollY
  }
}

function turnOf(id, question) {
  const turn = document.getElementById(id).content.firstElementChild.cloneNode(true)
  turn.querySelector('.question').textContent = question
  return turn
}

function firstElement(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild
}

// Not crypto.randomUUID: it is missing over plain http and on older phones.
function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// Storage throws where a browser forbids it or has no room; the page works without.
function recall(key) {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(key, value)
  } catch {}
}

function forget(key) {
  try {
    sessionStorage.removeItem(key)
  } catch {}
}
