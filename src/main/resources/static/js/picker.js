// Choosing who will read: filters the circles as one types and keeps the sentence and the send button true.

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const list = new Intl.ListFormat('fr', { type: 'conjunction' })

export function picker(root) {
  for (const one of root.querySelectorAll('[data-picker]')) start(one)
}

function start(picker) {
  const search = picker.querySelector('[data-picker-search]')
  const empty = picker.querySelector('[data-picker-empty]')
  const items = [...picker.querySelectorAll('[data-picker-item]')]
  const words = new Map(items.map(item => [item, plain(item.textContent)]))

  search?.addEventListener('input', () => {
    const asked = plain(search.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const item of items) {
      item.hidden = !item.querySelector('input').checked && !asked.every(word => words.get(item).includes(word))
      shown += !item.hidden
    }
    if (empty) empty.hidden = shown > 0
  })
  search?.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault() })
  picker.addEventListener('change', event => { if (event.target.matches('[data-count]')) tell(picker) })
}

function tell(picker) {
  const chosen = [...picker.querySelectorAll('[data-count]:checked')]
  const count = chosen.reduce((sum, circle) => sum + Number(circle.dataset.count), 0)
  const label = picker.closest('form')?.querySelector('[data-picker-label]')
  const data = picker.dataset
  const words = count === 0 ? data.pickerNone : count === 1 ? data.pickerOne : data.pickerMany
  if (label && words) label.textContent = words.replace('{n}', count)
  const sentence = picker.querySelector('[data-picker-sentence] span')
  if (!sentence) return
  const warnings = chosen.map(circle => circle.dataset.warning).filter(Boolean)
  sentence.textContent = chosen.length === 0
    ? data.pickerNobody || 'Personne n’est choisi pour l’instant.'
    : [`Liront ce que vous écrivez : ${list.format(chosen.map(circle => circle.dataset.name))}.`, ...warnings].join(' ')
}
