// Opens the passages behind a citation beside the answer: those that the source's links lead to, as the server has set them.

const beside = document.getElementById('beside')
const passages = beside.querySelector('.passages')
const isWide = matchMedia('(min-width: 72rem)')
let opener
let latest = 0

/** Follows a click on a citation. False when it's no citation, or the browser can't: then the link does as links do. */
export function openBeside(event) {
  const citation = event.target.closest?.('a.citation')
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  if (!citation || !isPlain || typeof beside.show !== 'function') return false
  const source = document.getElementById(decodeURIComponent(citation.hash.slice(1)))
  const addresses = Array.from(source?.querySelectorAll('a.read') ?? [], ({ href }) => href)
  if (addresses.length === 0) return false
  event.preventDefault()
  opener = citation
  show(citation.getAttribute('aria-label'))
  fill(addresses, source)
  return true
}

function show(title) {
  const heading = beside.querySelector('h2')
  heading.textContent = title
  if (!beside.open) {
    if (isWide.matches) beside.show()
    else beside.showModal()
  }
  document.body.classList.add('has-beside')
  heading.focus()
}

async function fill(addresses, source) {
  const turn = ++latest
  passages.replaceChildren(beside.querySelector('template').content.cloneNode(true))
  const shown = await Promise.all(addresses.map(readPassage)).catch(() => [source.cloneNode(true)])
  if (turn !== latest) return
  for (const element of shown) element.removeAttribute('id')
  passages.replaceChildren(...shown)
  passages.querySelector('mark')?.scrollIntoView({ block: 'center' })
}

async function readPassage(address) {
  const { pathname, search } = new URL(address)
  const response = await fetch(`${pathname}${search}&part=passage`)
  if (!response.ok) throw new Error(response.statusText)
  const template = document.createElement('template')
  template.innerHTML = await response.text()
  const passage = template.content.querySelector('.passage')
  // Two passages are shown at once: neither may have the ids of the other.
  for (const element of passage.querySelectorAll('[id]')) element.removeAttribute('id')
  return passage
}

beside.addEventListener('close', () => {
  document.body.classList.remove('has-beside')
  opener?.focus()
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && beside.open && !event.isComposing) beside.close()
})

beside.addEventListener('click', (event) => {
  // The backdrop belongs to the dialog: only a click beside its content has the dialog itself for target.
  if (event.target === beside) beside.close()
})
