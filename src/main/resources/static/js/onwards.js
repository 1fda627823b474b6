// A page that only leads on to a service sends its form by itself; its button does the same.

export function onwards(root) {
  root.querySelector('form[data-onwards]')?.requestSubmit()
}
