// The picture code: four pictures fill four slots, the fourth opens the door. Without JavaScript each picture is a submit button.

export function keypad(root) {
  for (const form of root.querySelectorAll('form[data-keypad]')) start(form)
}

function start(form) {
  const slots = [...form.querySelectorAll('.slot')]
  const row = form.querySelector('.slots')
  const chosen = []
  form.querySelectorAll('input[name="picture"]').forEach(field => chosen.push(field.value))

  const show = () => {
    slots.forEach((slot, at) => {
      const picture = chosen[at]
      slot.toggleAttribute('data-filled', Boolean(picture))
      slot.replaceChildren(...(picture ? [drawing(form, picture)] : []))
    })
    row?.setAttribute('aria-label', `${chosen.length} ${chosen.length > 1 ? 'images' : 'image'} sur ${slots.length}`)
    row?.removeAttribute('data-wrong')
  }

  addEventListener('pageshow', event => { if (event.persisted) { chosen.length = 0; show() } })
  form.addEventListener('click', event => {
    const key = event.target.closest('[name="picture"][value], [data-keypad-erase]')
    if (!key || key.tagName !== 'BUTTON') return
    event.preventDefault()
    if (chosen.length >= slots.length) return
    if (key.matches('[data-keypad-erase]')) chosen.pop()
    else chosen.push(key.value)
    show()
    if (chosen.length === slots.length) setTimeout(() => send(form, chosen), 350)
  })
}

function drawing(form, picture) {
  return form.querySelector(`button[value="${CSS.escape(picture)}"] .picture`).cloneNode(true)
}

function send(form, chosen) {
  form.querySelectorAll('input[name="picture"]').forEach(field => field.remove())
  for (const picture of chosen) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'picture'
    field.value = picture
    form.append(field)
  }
  form.requestSubmit()
}
