// <details class="menu">: Escape closes and gives the focus back, a press elsewhere closes.

export function menu(root) {
  root.addEventListener('keydown', event => {
    const open = event.key === 'Escape' && event.target.closest('details.menu[open]')
    if (!open) return
    open.open = false
    open.querySelector('summary').focus()
  })
  root.addEventListener('click', event => {
    for (const open of root.querySelectorAll('details.menu[open]')) if (!open.contains(event.target)) open.open = false
  })
}
