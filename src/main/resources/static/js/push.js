// Being told on this device: the button shows in a browser that can, and only a press makes the browser ask.
export function push(root) {
  for (const form of root.querySelectorAll('[data-push]')) new Push(form).start()
  for (const form of root.querySelectorAll('[data-push-removal]')) form.addEventListener('submit', event => {
    event.preventDefault()
    leave().finally(() => form.submit())
  })
}

const able = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
const worker = () => navigator.serviceWorker.getRegistration('/')
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

async function leave() {
  if (!able()) return
  const held = await (await worker())?.pushManager.getSubscription()
  await held?.unsubscribe()
}

class Push {
  #form
  #words

  constructor(form) {
    this.#form = form
    this.#words = document.querySelector('[data-push-words]')
  }

  // A browser that has lost what it was given, or holds to a key of before, may ask again.
  async start() {
    if (!able()) {
      // Safari on a telephone tells only what was put on its home screen.
      if (navigator.standalone === false) this.#say(this.#words.dataset.install)
      return
    }
    const held = await (await worker())?.pushManager.getSubscription()
    const key = held?.options?.applicationServerKey
    if ('pushHere' in this.#form.dataset && key && text(key) === this.#form.dataset.push) return
    this.#words.hidden = true
    this.#form.hidden = false
    this.#form.addEventListener('submit', event => {
      event.preventDefault()
      this.#ask().catch(error => this.#say(error.name === 'NotAllowedError' ? this.#form.dataset.denied : this.#form.dataset.failed))
    })
  }

  async #ask() {
    this.#say('')
    const registration = await navigator.serviceWorker.register('/push-worker.js', { scope: '/', updateViaCache: 'none' })
    await navigator.serviceWorker.ready
    await (await registration.pushManager.getSubscription())?.unsubscribe()
    const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(this.#form.dataset.push) })
    const { endpoint, point, secret } = this.#form.elements
    endpoint.value = made.endpoint
    point.value = text(made.getKey('p256dh'))
    secret.value = text(made.getKey('auth'))
    this.#form.submit()
  }

  #say(words) {
    this.#words.hidden = !words
    this.#words.textContent = words
  }
}
