// A search that answers as one types: the same page is asked again and its list takes the place of the one shown.
import { announce, parse } from './page.js'

export function finder(root) {
  for (const form of root.querySelectorAll('form[data-finder]')) start(form)
}

function start(form) {
  let soon
  let asked
  const field = form.querySelector('[type="search"]')
  field?.addEventListener('input', () => {
    clearTimeout(soon)
    soon = setTimeout(look, 250)
  })

  async function look() {
    const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`
    asked?.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(address, { credentials: 'same-origin', headers: { 'X-Requested-With': 'preau' }, signal: asked.signal })
      if (!answer.ok || answer.redirected) return
      const next = parse(await answer.text()).getElementById(form.dataset.finder)
      const now = document.getElementById(form.dataset.finder)
      if (!next || !now) return
      now.replaceChildren(...next.childNodes)
      announce(next.dataset.announce ?? now.querySelector('[data-finder-count]')?.textContent)
      history.replaceState(null, '', address)
    } catch {
      // The network is away, or one types on: the button still asks.
    }
  }
}
