// Searching as one types: the form's own address, its region swapped, its count announced.
import { announce, parse, replace } from './page.js'

const PAUSE = 250

export function search(root) {
  for (const form of root.querySelectorAll('form[data-search]')) start(form)
}

function start(form) {
  const input = form.querySelector('input[type="search"]')
  let wait, asking
  input.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(ask, PAUSE)
  })

  async function ask() {
    asking?.abort()
    const mine = asking = new AbortController()
    const url = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`
    try {
      const answer = await fetch(url, { credentials: 'same-origin', signal: mine.signal, headers: { 'X-Requested-With': 'preau' } })
      if (!answer.ok || answer.redirected) return
      show(parse(await answer.text()))
      history.replaceState(null, '', url)
    } catch {
      // Left behind by the next letter, or the network is away: the button still asks.
    }
  }

  function show(page) {
    const id = form.dataset.search
    const next = page.getElementById(id)
    const current = document.getElementById(id)
    if (!next || !current) return
    const region = replace(current, next)
    announce(region.querySelector('[data-search-count]')?.textContent)
  }
}
