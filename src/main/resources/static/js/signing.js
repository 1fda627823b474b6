// Acts from a list without leaving it: `form[data-inline="region id"]` is posted, the answer's region and flash are swapped in.
// Anything unexpected falls back to the plain submission of the form.
import { announce, parse, postForm, replace } from './page.js'
import { start as startFlash } from './flash.js'

export function inline(root) {
  root.addEventListener('submit', async event => {
    const form = event.target
    if (!form.dataset.inline || form.hasAttribute('data-sent')) return
    event.preventDefault()
    form.setAttribute('data-sent', '')
    event.submitter?.setAttribute('data-busy', '')
    try {
      const answer = await postForm(form.action, form, event.submitter)
      if (!answer.ok) throw new Error(answer.status)
      swap(form, parse(await answer.text()))
    } catch {
      plainly(form, event.submitter)
    }
  })
}

function swap(form, page) {
  const ids = form.dataset.inline.split(/\s+/)
  const pairs = ids.map(id => [document.getElementById(id), page.getElementById(id)])
  if (!pairs.some(([now, next]) => now && next)) throw new Error('nothing to swap')
  for (const [now, next] of pairs) {
    if (!now || !next) continue
    const fresh = replace(now, next)
    announce(fresh.dataset.announce)
  }
  const message = page.querySelector('.flash')
  if (!message) return
  document.querySelectorAll('.flash').forEach(old => old.remove())
  const fresh = document.importNode(message, true)
  document.body.append(fresh)
  startFlash(fresh)
  announce(fresh.querySelector('.flash__text')?.textContent)
}

function plainly(form, submitter) {
  delete form.dataset.inline
  form.removeAttribute('data-sent')
  form.requestSubmit(submitter ?? undefined)
}
