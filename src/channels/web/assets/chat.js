// Saves the page's forms their reload: asks in the background and appends the turn that the server has rendered.
// Without it the same forms work as they are. The conversation lives in this tab's session storage only.

const thread = document.getElementById('thread')
const composer = document.getElementById('ask')
const box = composer.elements.question
const conversation = recall('conversation') ?? randomId()
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
  if (busy || question === '') return
  if (event.target === composer) box.value = ''
  ask(question, fields.get('language') ?? undefined)
})

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
  show(template('pending'), question)
  try {
    const response = await fetch(`/answer?lang=${document.documentElement.lang}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, language, conversation }),
    })
    // Only our server says 400; any other failure may carry a page of whoever stands between.
    if (!response.ok && response.status !== 400) throw new Error(response.statusText)
    const turn = document.createElement('template')
    turn.innerHTML = await response.text()
    thread.lastElementChild.remove()
    show(turn.content)
    remember('thread', thread.innerHTML)
  } catch {
    thread.lastElementChild.remove()
    show(template('failed'), question)
    if (box.value === '') box.value = question
  }
  busy = false
}

function show(turn, question) {
  if (question !== undefined) turn.querySelector('.question').textContent = question
  thread.append(turn)
  thread.lastElementChild.scrollIntoView({ block: 'start' })
}

function template(id) {
  return document.getElementById(id).content.cloneNode(true)
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
