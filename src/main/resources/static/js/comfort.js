// Reading comfort: each choice shows at once and is kept without leaving the page.
import { postForm } from './page.js'

const settings = ['theme', 'font', 'size', 'spacing', 'contrast', 'motion']

export function comfort(root) {
  const form = root.querySelector('form[data-comfort]')
  if (!form) return
  const state = form.querySelector('[data-comfort-state]')
  form.addEventListener('change', async event => {
    const { name, value } = event.target
    if (!settings.includes(name)) return
    if (value && !['system', 'usual'].includes(value)) document.documentElement.dataset[name] = value
    else delete document.documentElement.dataset[name]
    try {
      const answer = await postForm(form.getAttribute('action') || location.href, form, null, { again: true })
      if (!answer.ok) throw new Error(answer.status)
      if (state) state.textContent = 'Réglages gardés'
    } catch {
      if (state) state.textContent = 'Le réseau est absent. Ces réglages valent pour cette page.'
    }
  })
}
