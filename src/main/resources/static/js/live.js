// Keeps the bell and the `[data-live-region]` parts fresh over one connection: the server says "refresh", the page fetches itself and swaps
// the parts that changed; it says "ring", the page listens anew and is told how much there is.
import { announce, isWritten, parse, replace, same } from './page.js'

export function live(root) {
  const source = root.querySelector('[data-live]')
  if (source || root.querySelector('[data-bell]')) new Live(source).start()
}

class Live {
  #source
  #stream
  #wait = 1000
  #timer
  #refreshing

  constructor(source) {
    this.#source = source
    document.addEventListener('visibilitychange', () => document.hidden ? this.#close() : this.open(true))
    addEventListener('pagehide', () => this.#close())
  }

  // The bell alone can wait: a page that is left at once costs nothing.
  start() {
    this.#soonOpen(this.#source ? 0 : 2000)
  }

  open(back = false) {
    if (document.hidden || this.#stream) return
    if (back && this.#source) this.#refresh()
    this.#stream = new EventSource(this.#source?.dataset.live ?? '/notifications/live')
    this.#stream.onopen = () => { this.#wait = 1000 }
    this.#stream.addEventListener('refresh', event => this.#soon(event))
    this.#stream.addEventListener('bell', event => count(Number(event.data)))
    this.#stream.addEventListener('ring', () => { this.#close(); this.#soonOpen(200 + Math.random() * 1800, true) })
    this.#stream.onerror = () => this.#later()
  }

  #close() {
    clearTimeout(this.#timer)
    this.#stream?.close()
    this.#stream = null
  }

  #soonOpen(wait, back) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.open(back), wait)
  }

  #later() {
    this.#close()
    this.#timer = setTimeout(() => this.open(true), this.#wait * (0.5 + Math.random()))
    this.#wait = Math.min(this.#wait * 2, 60000)
  }

  #soon(event) {
    clearTimeout(this.#refreshing)
    this.#refreshing = setTimeout(() => this.#refresh(event.data), 150 + Math.random() * 350)
  }

  async #refresh(words) {
    const regions = [...document.querySelectorAll('[data-live-region][id]')]
    if (!regions.length) return
    try {
      const answer = await fetch(this.#source.dataset.liveSrc || location.href, { credentials: 'same-origin', headers: { 'X-Requested-With': 'preau' } })
      if (!answer.ok || answer.redirected) return
      const page = parse(await answer.text())
      let changed = false
      for (const region of regions) {
        const next = page.getElementById(region.id)
        if (!next || same(region, next) || isWritten(region)) continue
        replace(region, next)
        announce(next.dataset.announce)
        changed = true
      }
      if (changed && words && words !== 'refresh') announce(words)
    } catch {
      // The network is away: the next refresh or the next visit will tell.
    }
  }
}

// What the bell says, to the eye and to the ear; only what is new is announced.
function count(unread) {
  const bell = document.querySelector('[data-bell]')
  const before = Number(bell?.dataset.bell)
  if (!bell || unread === before) return
  const { bellNone, bellOne, bellMany } = bell.dataset
  const words = unread > 1 ? bellMany.replace('{n}', unread) : unread ? bellOne : bellNone
  bell.dataset.bell = unread
  bell.querySelector('.visually-hidden').textContent = words
  bell.querySelector('.count')?.remove()
  if (unread) {
    const badge = document.createElement('span')
    badge.className = 'count'
    badge.setAttribute('aria-hidden', 'true')
    badge.textContent = unread
    bell.querySelector('.visually-hidden').before(badge)
  }
  if (unread > before) announce(words)
}
