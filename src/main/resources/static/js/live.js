// Keeps `[data-live-region]` parts fresh: the server says "refresh", the page fetches itself and swaps the parts that changed.
import { announce, isWritten, parse, replace, same } from './page.js'

export function live(root) {
  const source = root.querySelector('[data-live]')
  if (source) new Live(source).open()
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

  open(back = false) {
    if (document.hidden || this.#stream) return
    if (back) this.#refresh()
    this.#stream = new EventSource(this.#source.dataset.live)
    this.#stream.onopen = () => { this.#wait = 1000 }
    this.#stream.addEventListener('refresh', event => this.#soon(event))
    this.#stream.onerror = () => this.#later()
  }

  #close() {
    clearTimeout(this.#timer)
    this.#stream?.close()
    this.#stream = null
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
