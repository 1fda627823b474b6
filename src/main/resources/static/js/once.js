// A form is sent once: a second press while the first is on its way does nothing.

export function once(root) {
  root.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.hasAttribute('data-sent')) return event.preventDefault()
    form.setAttribute('data-sent', '')
    event.submitter?.setAttribute('data-busy', '')
    setTimeout(() => release(form), 8000)
  })
  addEventListener('pageshow', event => { if (event.persisted) root.querySelectorAll('form[data-sent]').forEach(release) })
}

export function release(form) {
  form.removeAttribute('data-sent')
  form.querySelectorAll('[data-busy]').forEach(button => button.removeAttribute('data-busy'))
}
