// A spoken note: recorded here when the device can, brought as a file when it cannot, kept with the draft at once.
import { parse, replace } from './page.js'

const longest = 120
const kinds = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

export function voice(root) {
  const all = selector => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)]
  all('[data-voice]').forEach(compose)
  all('[data-voice-player]').forEach(player)
}

function compose(region) {
  const form = region.closest('form')
  const file = region.querySelector('input[type="file"]')
  const tell = text => { region.querySelector('[data-voice-state]').textContent = text }
  let busy = false

  // Pressing Enter in a field must send the note, not this part of it.
  region.querySelector('[data-voice-bring]').remove()

  const bring = async (sound, name) => {
    busy = true
    tell(region.dataset.voiceSending)
    const data = new FormData(form)
    data.delete('_once')
    data.set('recording', sound, name)
    try {
      const answer = await fetch(region.dataset.voice, { method: 'POST', body: data, credentials: 'same-origin', headers: { 'X-Requested-With': 'preau' } })
      const fresh = parse(await answer.text()).getElementById(region.id)
      if (!fresh) throw new Error(answer.status)
      busy = false
      const shown = replace(region, fresh)
      shown.querySelector('audio')?.scrollIntoView({ block: 'nearest' })
    } catch {
      busy = false
      tell(region.dataset.voiceFailed)
      addEventListener('online', () => region.isConnected && bring(sound, name), { once: true })
    }
  }

  file.addEventListener('change', () => { if (file.files[0]) bring(file.files[0], file.files[0].name) })
  form.addEventListener('submit', event => {
    if (!busy || !region.isConnected) return
    event.preventDefault()
    tell(region.dataset.voiceSending)
  })
  if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder) record(region, tell, sound => bring(sound, 'message.audio'), now => { busy = now })
}

function record(region, tell, bring, keepBusy) {
  const button = region.querySelector('[data-voice-record]')
  const label = button.querySelector('span')
  const time = region.querySelector('[data-voice-time]')
  const usual = label.textContent
  let recorder

  const listen = async () => {
    let microphone
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      return tell(region.dataset.voiceDenied)
    }
    const mimeType = kinds.find(kind => MediaRecorder.isTypeSupported(kind))
    const parts = []
    const start = Date.now()
    recorder = new MediaRecorder(microphone, { mimeType, audioBitsPerSecond: 48_000 })
    const clock = setInterval(() => {
      const seconds = Math.floor((Date.now() - start) / 1000)
      time.textContent = `${minutes(seconds)} / ${minutes(longest)}`
      if (seconds >= longest) stop()
    }, 250)
    recorder.ondataavailable = event => parts.push(event.data)
    recorder.onstop = () => {
      clearInterval(clock)
      microphone.getTracks().forEach(track => track.stop())
      show(false)
      bring(new Blob(parts, { type: recorder.mimeType }))
    }
    recorder.start()
    keepBusy(true)
    tell('')
    show(true)
  }
  const stop = () => { if (recorder?.state === 'recording') recorder.stop() }
  const show = on => {
    button.setAttribute('aria-pressed', on)
    label.textContent = on ? button.dataset.voiceStop : usual
    if (!on) time.textContent = ''
  }
  button.addEventListener('click', () => recorder?.state === 'recording' ? stop() : listen())
  region.querySelector('[data-voice-recorder]').hidden = false
}

const minutes = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

// Children have a large button; adults have the player itself.
function player(box) {
  const sound = box.querySelector('audio')
  const button = box.querySelector('[data-voice-play]')
  if (document.documentElement.dataset.ambience === 'adulte') return
  button.hidden = false
  button.addEventListener('click', () => sound.paused ? sound.play() : sound.pause())
  for (const event of ['play', 'pause', 'ended']) sound.addEventListener(event, () => button.setAttribute('aria-pressed', !sound.paused))
}
