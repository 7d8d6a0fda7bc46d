// Adds a button to each text that is there to be copied. Without it, one tap selects the text whole.

const section = document.querySelector('[data-copy]')

for (const text of section?.querySelectorAll('.copied-text') ?? []) {
  const button = document.createElement('button')
  button.className = 'copy'
  button.type = 'button'
  button.textContent = section.dataset.copy
  const about = text.previousElementSibling.textContent
  button.setAttribute('aria-label', `${section.dataset.copy}: ${about}`)
  button.addEventListener('click', async () => {
    if (!(await copy(text))) return
    button.textContent = section.dataset.copied
    button.setAttribute('aria-label', `${section.dataset.copied}: ${about}`)
  })
  text.after(button)
}

// The clipboard is there over https only; what is selected can be copied by hand.
async function copy(element) {
  getSelection().selectAllChildren(element)
  try {
    await navigator.clipboard.writeText(element.textContent)
    return true
  } catch {
    return document.execCommand('copy')
  }
}
