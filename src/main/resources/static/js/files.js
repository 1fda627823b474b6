// Files of a message: brought as soon as they are chosen, kept with the draft, their progress shown.
import { parse, replace } from './page.js'

export function files(root) {
  for (const region of [...(root.matches?.('[data-files]') ? [root] : []), ...root.querySelectorAll('[data-files]')]) compose(region)
}

function compose(region) {
  const form = region.closest('form')
  const input = region.querySelector('input[type="file"]')
  const progress = region.querySelector('progress')
  const tell = text => { region.querySelector('[data-files-state]').textContent = text }
  let busy = false

  // Pressing Enter in a field must send the message, not this part of it.
  region.querySelector('[data-files-bring]').remove()

  const failed = () => {
    busy = false
    progress.hidden = true
    input.value = ''
    tell(region.dataset.filesFailed)
  }
  const bring = () => {
    busy = true
    progress.hidden = false
    tell(region.dataset.filesSending)
    const data = new FormData(form)
    data.delete('_once')
    // A fetch says nothing of what has left; the older request does.
    const request = new XMLHttpRequest()
    request.upload.onprogress = event => { if (event.lengthComputable) progress.value = 100 * event.loaded / event.total }
    request.onerror = failed
    request.onload = () => {
      const fresh = parse(request.responseText).getElementById(region.id)
      if (!fresh) return failed()
      busy = false
      replace(region, fresh).focus()
    }
    request.open('POST', region.dataset.files)
    request.setRequestHeader('X-Requested-With', 'preau')
    request.send(data)
  }

  input.addEventListener('change', () => { if (input.files.length) bring() })
  form.addEventListener('submit', event => {
    if (!busy || !region.isConnected) return
    event.preventDefault()
    tell(region.dataset.filesSending)
  })
}
