// What several modules share: polite announcements, posting a form, swapping a region without losing focus.

let announcer

export function announce(text) {
  if (!text) return
  if (!announcer) {
    announcer = document.createElement('p')
    announcer.className = 'visually-hidden'
    announcer.setAttribute('role', 'status')
    document.body.append(announcer)
  }
  announcer.textContent = ''
  setTimeout(() => { announcer.textContent = text }, 60)
}

// `again`: the same form may be posted many times (autosave, settings), so it goes without its once-only key and without files.
export function postForm(url, form, submitter, { again, ...options } = {}) {
  const data = new FormData(form)
  if (again) for (const [name, value] of [...data]) if (name === '_once' || value instanceof File) data.delete(name)
  if (submitter?.name) data.append(submitter.name, submitter.value)
  const multipart = [...data.values()].some(value => value instanceof File)
  return fetch(url, {
    method: 'POST',
    body: multipart ? data : new URLSearchParams(data),
    credentials: 'same-origin',
    ...options,
    headers: { 'X-Requested-With': 'preau', ...options.headers }
  })
}

export const parse = html => new DOMParser().parseFromString(html, 'text/html')

// Two regions that differ only by their form tokens are the same.
export const same = (one, other) => bare(one) === bare(other)

const bare = region => {
  const copy = region.cloneNode(true)
  copy.querySelectorAll('[name="_csrf"], [name="_once"]').forEach(field => field.remove())
  return copy.innerHTML
}

// True when something has been written in the region and not sent yet: it must not be swapped away.
export const isWritten = region => [...region.querySelectorAll('form')].some(isDirty)

// Replaces `current` by `next` and gives the focus back to the same place.
export function replace(current, next) {
  const fresh = document.importNode(next, true)
  const focused = current.contains(document.activeElement) ? document.activeElement : null
  const position = focused && pathTo(current, focused)
  current.replaceWith(fresh)
  if (focused) (focused.id && document.getElementById(focused.id) || follow(fresh, position) || fresh).focus?.({ preventScroll: true })
  fresh.dispatchEvent(new CustomEvent('preau:replaced', { bubbles: true }))
  return fresh
}

const isDirty = form => [...form.elements].some(field =>
  ['checkbox', 'radio'].includes(field.type) ? field.checked !== field.defaultChecked
    : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue)

function pathTo(root, node) {
  const path = []
  for (let at = node; at !== root; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at))
  return path
}

function follow(root, path) {
  let at = root
  for (const index of path) at = at?.children[index]
  return at?.matches('a, button, input, select, textarea, summary') ? at : null
}

export const hour = date => `${date.getHours()} h ${String(date.getMinutes()).padStart(2, '0')}`
