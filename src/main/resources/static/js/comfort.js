// Reading comfort: each choice shows at once and is kept without leaving the page.
import { postForm } from './page.js'

const settings = ['theme', 'font', 'size', 'spacing', 'contrast', 'motion']

export function comfort(root) {
  const form = root.querySelector('form[data-comfort]')
  if (!form) return
  const state = form.querySelector('[data-comfort-state]')
  let saving = Promise.resolve()
  let chosen = 0
  let kept = 0

  const send = () => postForm(form.getAttribute('action') || location.href, form, null, { again: true, keepalive: true, redirect: 'manual' })

  // One after the other: the last choice is the one that is kept, even when the reader leaves at once.
  const save = async turn => {
    if (turn < chosen) return
    try {
      const answer = await send()
      if (!answer.ok && answer.type !== 'opaqueredirect') throw new Error(answer.status)
      kept = turn
      if (state) state.textContent = 'Réglages gardés'
    } catch {
      if (state) state.textContent = 'Le réseau est absent. Ces réglages valent pour cette page.'
    }
  }
  form.addEventListener('change', event => {
    const { name, value } = event.target
    if (!settings.includes(name)) return
    if (value && !['system', 'usual'].includes(value)) document.documentElement.dataset[name] = value
    else delete document.documentElement.dataset[name]
    const turn = ++chosen
    saving = saving.then(() => save(turn))
  })
  // The button sends all of it: nothing else needs to.
  form.addEventListener('submit', () => { chosen = kept = Infinity })
  addEventListener('pagehide', () => { if (kept < chosen) send() })
}
