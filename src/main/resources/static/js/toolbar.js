// A small commonmark toolbar over a textarea. Hidden until JavaScript is there, since it can do nothing without.

const words = { bold: ['**', 'texte en gras'], italic: ['*', 'texte en italique'] }

export function toolbar(root) {
  for (const editor of root.querySelectorAll('[data-editor]')) start(editor)
}

function start(editor) {
  const bar = editor.querySelector('[role="toolbar"]')
  const area = editor.querySelector('textarea')
  if (!bar || !area) return
  const tools = [...bar.querySelectorAll('[data-mark]')]
  bar.hidden = false
  roam(tools)
  bar.addEventListener('click', event => {
    const tool = event.target.closest('[data-mark]')
    if (tool) apply(area, tool.dataset.mark)
  })
  area.addEventListener('keydown', event => {
    const mark = { b: 'bold', i: 'italic' }[event.key.toLowerCase()]
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    apply(area, mark)
  })
}

// One stop in the tab order, arrows inside.
function roam(tools) {
  const stop = index => tools.forEach((tool, at) => { tool.tabIndex = at === index ? 0 : -1 })
  stop(0)
  tools.forEach((tool, at) => tool.addEventListener('keydown', event => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const index = (to + tools.length) % tools.length
    stop(index)
    tools[index].focus()
  }))
}

function apply(area, mark) {
  area.focus()
  const { selectionStart: from, selectionEnd: to, value } = area
  const chosen = value.slice(from, to)
  if (words[mark]) return wrap(area, from, to, chosen, ...words[mark])
  if (mark === 'link') {
    const label = chosen || 'texte du lien'
    put(area, from, to, `[${label}](https://)`)
    const at = from + label.length + 11
    return area.setSelectionRange(at, at)
  }
  const start = value.lastIndexOf('\n', from - 1) + 1
  const prefix = mark === 'heading' ? '## ' : '- '
  const lines = value.slice(start, to).split('\n')
  const all = lines.every(line => line.startsWith(prefix))
  const text = lines.map(line => all ? line.slice(prefix.length) : prefix + line).join('\n')
  put(area, start, to, text)
  area.setSelectionRange(start + text.length, start + text.length)
}

function wrap(area, from, to, chosen, sign, sample) {
  const inside = area.value.slice(from - sign.length, from) === sign && area.value.slice(to, to + sign.length) === sign
  if (inside && chosen) {
    put(area, from - sign.length, to + sign.length, chosen)
    return area.setSelectionRange(from - sign.length, to - sign.length)
  }
  const text = chosen || sample
  put(area, from, to, sign + text + sign)
  area.setSelectionRange(from + sign.length, from + sign.length + text.length)
}

// insertText keeps the browser's own undo; setRangeText is the fallback.
function put(area, from, to, text) {
  area.setSelectionRange(from, to)
  if (document.execCommand?.('insertText', false, text)) return
  area.setRangeText(text, from, to, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
