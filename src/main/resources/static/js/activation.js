// The QR of a connection sheet brings login and code behind the #, which never travels to the server and its logs.
export function activation(root) {
  const form = root.querySelector('[data-activation]')
  if (!form || location.hash.length < 2) return
  const brought = new URLSearchParams(location.hash.slice(1))
  history.replaceState(null, '', location.pathname)
  for (const name of ['login', 'code']) if (brought.get(name) && !form.elements[name].value) form.elements[name].value = brought.get(name)
  if (form.elements.login.value && form.elements.code.value) form.elements.password.focus()
}
