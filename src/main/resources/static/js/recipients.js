// Whom to write to: people are proposed as one types; whoever is ticked joins those chosen and stays when one looks for the next.
import { announce, parse } from './page.js'

export function recipients(root) {
  for (const picker of root.querySelectorAll('[data-recipients]')) start(picker)
}

function start(picker) {
  const field = picker.querySelector('[data-recipients-search]')
  const found = picker.querySelector('[data-recipients-found]')
  const chosen = picker.querySelector('[data-recipients-chosen]')
  let soon
  let asked

  field.addEventListener('input', () => {
    clearTimeout(soon)
    soon = setTimeout(look, 250)
  })
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter') { event.preventDefault(); clearTimeout(soon); look() }
    if (event.key === 'ArrowDown') { found.querySelector('input')?.focus(); event.preventDefault() }
  })
  found.addEventListener('change', event => {
    const choice = event.target.closest('label')
    if (!event.target.checked || !choice) return
    const twin = [...picker.querySelectorAll('input[name="to"]')].find(input => input !== event.target && input.value === event.target.value)
    if (twin) { twin.checked = true; choice.remove() } else chosen.append(choice)
    field.value = ''
    found.replaceChildren()
    field.focus()
    picker.querySelector('[data-count]')?.dispatchEvent(new Event('change', { bubbles: true }))
  })

  async function look() {
    asked?.abort()
    asked = new AbortController()
    const words = field.value.trim()
    if (!words) return found.replaceChildren()
    try {
      const answer = await fetch(`${field.dataset.recipientsSearch}?${new URLSearchParams({ q: words })}`, { credentials: 'same-origin', headers: { 'X-Requested-With': 'preau' }, signal: asked.signal })
      if (!answer.ok || answer.redirected) return
      const next = parse(await answer.text()).getElementById('found')
      if (!next) return
      const taken = new Set([...chosen.querySelectorAll('input')].map(input => input.value))
      found.replaceChildren(...[...next.children].filter(one => !taken.has(one.querySelector('input')?.value)))
      announce(next.dataset.announce)
    } catch {
      // The network is away, or one types on: the button still asks.
    }
  }
}
