// A test of the line from the class: one of our own pages, the time of an answer, then downloads and sends that grow until one lasts long enough.
import { postForm } from './page.js'

const downloads = [60_000, 250_000, 1_000_000, 4_000_000]
const sends = [60_000, 250_000, 1_000_000]
const answers = 5
const enough = 1500
const patience = 60_000

export function timing(root) {
  for (const form of root.querySelectorAll('[data-timing]')) {
    form.hidden = false
    form.addEventListener('submit', event => {
      event.preventDefault()
      new Timing(form).run()
    })
  }
}

class Timing {
  #form
  #button
  #bar
  #runs

  constructor(form) {
    this.#form = form
    this.#button = form.querySelector('button')
    this.#bar = form.querySelector('progress')
    this.#runs = `${form.getAttribute('action')}/runs`
    this.#bar.max = 2 + downloads.length + sends.length
  }

  async run() {
    if (this.#button.disabled) return
    this.#tell('')
    this.#button.disabled = true
    try {
      const begun = await postForm(this.#runs, this.#form, null, { again: true })
      const said = await begun.json()
      if (!said.run) return this.#tell(said.reason)
      await this.#measure(said.run)
    } catch {
      this.#tell(this.#form.dataset.failed)
    }
  }

  async #measure(run) {
    const address = `${this.#runs}/${run}/bytes`
    this.#step('page', 0)
    const page = await timed(() => Promise.all(own().map(part => read(part))))
    this.#step('wait', 1)
    const latency = await this.#latency(address)
    const down = await this.#growing(downloads, 'down', 2, size => read(`${address}?size=${size}`))
    const up = await this.#growing(sends, 'up', 2 + downloads.length, size => this.#send(address, size))
    this.#step('keep', this.#bar.max)
    const figures = { run, down, up, latency, page: Math.max(1, page), device: device() }
    for (const [name, value] of Object.entries(figures)) this.#form.elements[name].value = typeof value === 'number' ? Math.round(value) : value
    this.#form.submit()
  }

  async #latency(address) {
    const times = []
    while (times.length < answers) times.push(await timed(() => read(`${address}?size=1`)))
    return times.sort((one, other) => one - other)[Math.floor(answers / 2)]
  }

  // Bits in a millisecond are kilobits in a second; the last part, the largest, says it best.
  async #growing(sizes, name, first, carry) {
    let kbit = 1
    for (const [index, size] of sizes.entries()) {
      this.#step(name, first + index)
      const time = await timed(() => carry(size))
      kbit = Math.max(1, size * 8 / Math.max(time, 1))
      if (time > enough) break
    }
    return kbit
  }

  async #send(address, size) {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Preau-Form': this.#form.elements._csrf.value }
    const answer = await fetch(address, { method: 'POST', body: noise(size), headers, credentials: 'same-origin', signal: AbortSignal.timeout(patience) })
    if (!answer.ok) throw new Error(answer.status)
  }

  #step(name, value) {
    const words = this.#form.dataset[`step${name[0].toUpperCase()}${name.slice(1)}`]
    const state = this.#form.querySelector('[data-timing-state]')
    this.#form.querySelector('[data-timing-progress]').hidden = false
    if (state.textContent !== words) state.textContent = words
    this.#bar.value = value
  }

  #tell(words) {
    const error = this.#form.querySelector('[data-timing-error]')
    error.textContent = words
    error.hidden = !words
    this.#form.querySelector('[data-timing-progress]').hidden = true
    this.#button.disabled = false
  }
}

// This page, its style and its script, asked for as if never seen before.
const own = () => [location.href, document.querySelector('link[rel="stylesheet"]').href, document.querySelector('script[src]').src]

async function read(address) {
  const answer = await fetch(address, { cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(patience) })
  if (!answer.ok) throw new Error(answer.status)
  return answer.arrayBuffer()
}

async function timed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

// Random bytes are given 64 kB at a time.
function noise(size) {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)))
  return bytes
}

function device() {
  if (!matchMedia('(pointer: coarse)').matches) return 'COMPUTER'
  return Math.min(screen.width, screen.height) < 600 ? 'PHONE' : 'TABLET'
}
