// Nothing written is lost: kept on the device at once, on the server every five seconds.
import { hour, postForm } from './page.js'

const every = 5000
const secret = ['_csrf', '_once']

export function draft(root) {
  for (const mark of root.querySelectorAll('[data-draft-clear]')) localStorage.removeItem(name(mark.dataset.draftClear))
  for (const form of root.querySelectorAll('form[data-draft]')) keep(form)
}

const name = key => `preau.draft.${key}`

function keep(form) {
  const key = name(form.dataset.draft)
  const state = form.querySelector('[data-draft-state]')
  let changed = false
  let soon
  let timer

  const tell = text => { if (state) state.textContent = text }
  const local = () => {
    try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: read(form) })) } catch { /* private browsing, or full: the server still keeps it */ }
  }
  const send = async leaving => {
    if (!changed || !form.dataset.draftUrl) return
    changed = false
    try {
      const answer = await postForm(form.dataset.draftUrl, form, null, { keepalive: leaving, again: true })
      // No room there, for this text or for another draft: the network is not to blame.
      if (answer.status === 413) return tell('Le brouillon ne peut pas être enregistré : vous en avez déjà 40, ou celui-ci est trop long. Votre texte est gardé sur cet appareil.')
      if (!answer.ok || answer.redirected) throw new Error(answer.status)
      tell(`Brouillon enregistré à ${hour(new Date())}`)
    } catch {
      changed = true
      tell('Le réseau est absent. Votre texte est gardé sur cet appareil.')
    }
  }

  offer(form, key, tell)
  form.addEventListener('input', () => {
    changed = true
    clearTimeout(soon)
    soon = setTimeout(local, 400)
    timer ??= setInterval(() => form.isConnected ? send() : clearInterval(timer), every)
    if (!form.dataset.draftUrl) tell(`Brouillon gardé sur cet appareil à ${hour(new Date())}`)
  })
  form.addEventListener('submit', () => { local(); changed = false; clearInterval(timer); timer = undefined })
  addEventListener('pagehide', () => { if (changed) { local(); send(true) } })
  addEventListener('online', () => send())
}

function offer(form, key, tell) {
  if (form.hasAttribute('data-draft-restored')) return
  const saved = readSaved(key)
  if (!saved || JSON.stringify(saved.fields) === JSON.stringify(read(form))) return
  const banner = document.createElement('div')
  banner.className = 'banner banner--wait'
  banner.setAttribute('role', 'status')
  banner.innerHTML = '<p class="banner__text"></p><button type="button" class="btn">Le reprendre</button><button type="button" class="btn btn--quiet">L’oublier</button>'
  const when = new Date(saved.at)
  const today = when.toDateString() === new Date().toDateString()
  banner.firstChild.textContent = `Un texte commencé ${today ? '' : `le ${when.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' })} `}à ${hour(when)} est gardé sur cet appareil.`
  const [take, forget] = banner.querySelectorAll('button')
  take.onclick = () => {
    write(form, saved.fields)
    banner.remove()
    form.dispatchEvent(new Event('input', { bubbles: true }))
    tell('Texte repris')
    form.querySelector('textarea, input:not([type="hidden"])')?.focus()
  }
  forget.onclick = () => { localStorage.removeItem(key); banner.remove() }
  form.prepend(banner)
}

function readSaved(key) {
  try { return JSON.parse(localStorage.getItem(key)) } catch { return null }
}

const kept = form => [...form.elements].filter(field => field.name && !secret.includes(field.name) && !['password', 'file', 'submit', 'hidden'].includes(field.type))

const read = form => kept(form).filter(field => !['checkbox', 'radio'].includes(field.type) || field.checked).map(field => [field.name, field.value])

function write(form, fields) {
  for (const field of kept(form)) {
    const mine = fields.filter(([known]) => known === field.name).map(([, value]) => value)
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = mine.includes(field.value)
    else if (mine.length) field.value = mine[0]
  }
}
