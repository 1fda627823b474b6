// `[data-print]` prints the page, `[data-copy="text"]` copies a text.
import { announce } from './page.js'

export function print(root) {
  root.addEventListener('click', async event => {
    if (event.target.closest('[data-print]')) return window.print()
    const copy = event.target.closest('[data-copy]')
    if (!copy) return
    try {
      await navigator.clipboard.writeText(copy.dataset.copy)
      announce(copy.dataset.copied || 'Copié')
    } catch { /* the text is on the page, it can be copied by hand */ }
  })
}
