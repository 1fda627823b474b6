// The message after an act, with its undo. It leaves by itself, never while it is read with the pointer or the keyboard.

const stay = 10000

export function flash(root) {
  root.querySelectorAll('.flash').forEach(start)
}

export function start(message) {
  let timer
  const leave = () => message.remove()
  const hold = () => clearTimeout(timer)
  const wait = () => { hold(); timer = setTimeout(leave, Number(message.dataset.stay) || stay) }
  message.querySelector('[data-flash-close]')?.addEventListener('click', leave)
  for (const calm of ['pointerenter', 'focusin']) message.addEventListener(calm, hold)
  for (const away of ['pointerleave', 'focusout']) message.addEventListener(away, wait)
  wait()
}
