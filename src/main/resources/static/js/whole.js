// A box that stands for a whole class: ticking it ticks the others, and it says whether all of them are ticked.

export function whole(root) {
  for (const group of root.querySelectorAll('[data-whole]')) start(group)
}

function start(group) {
  const all = group.querySelector('[data-whole-all]')
  const ones = [...group.querySelectorAll('[name="pupil"]')]
  if (!all || !ones.length) return
  group.addEventListener('change', event => {
    if (event.target === all) for (const one of ones) one.checked = all.checked
    else all.checked = ones.every(one => one.checked)
  })
}
