// Reads aloud: a carried recording first, else a voice of the device itself. Never a remote voice: nothing read leaves the device.

let audio
let speaker

export function say(root) {
  root.addEventListener('click', event => {
    const button = event.target.closest('.listen[data-say]')
    if (button) button.hasAttribute('data-read') ? read(button) : speakOf(button)
  })
  root.addEventListener('pointerdown', onTouch)
  root.addEventListener('focusin', event => {
    if (isMaternelle() && event.target.matches('[data-say]:not(.listen):focus-visible')) speakOf(event.target)
  })
  const reveal = () => { if (frenchVoice()) root.querySelectorAll('[data-read][hidden]').forEach(button => { button.hidden = false }) }
  reveal()
  window.speechSynthesis?.addEventListener?.('voiceschanged', reveal)
  root.addEventListener('preau:replaced', reveal)
  addEventListener('pagehide', hush)
  const page = document.querySelector('[data-say-page]')
  if (page) speakPage(page)
}

// A browser may refuse sound at the very first touch: the click that ends it is the second chance.
async function onTouch(event) {
  const control = event.target.closest('[data-say]:not(.listen)')
  if (!control || !isMaternelle()) return
  const again = () => speakOf(control)
  control.addEventListener('click', again, { once: true })
  if (await speakOf(control)) control.removeEventListener('click', again)
}

const isMaternelle = () => document.documentElement.dataset.ambience === 'maternelle'
const speakOf = element => speak(element.dataset.say, element.dataset.sound, element)

async function speakPage(page) {
  const start = () => speak(page.dataset.sayPage, page.dataset.sound)
  if (await start()) return
  const first = event => {
    removeEventListener('pointerdown', first)
    removeEventListener('keydown', first)
    if (!event.target.closest?.('[data-say]')) start()
  }
  addEventListener('pointerdown', first)
  addEventListener('keydown', first)
}

export async function speak(text, key, element) {
  hush()
  document.documentElement.dataset.said = text
  document.dispatchEvent(new CustomEvent('preau:say', { detail: { text, key } }))
  if (element) { speaker = element; element.dataset.speaking = '' }
  return (key && await play(key)) || pronounce(text)
}

async function play(key) {
  const recording = audio = new Audio(`${document.documentElement.dataset.assets}sound/${encodeURIComponent(key)}.mp3`)
  recording.onended = rest
  try {
    await recording.play()
    return true
  } catch {
    return recording !== audio
  }
}

// A text is read sentence by sentence: the pause that every device keeps is to begin the last one again.
function read(button) {
  if (speaker === button) return hush()
  hush()
  const text = button.dataset.say
  document.documentElement.dataset.said = text
  document.dispatchEvent(new CustomEvent('preau:say', { detail: { text } }))
  const sentences = text.match(/[^.!?…\n]+[.!?…\n]*\s*/g) ?? [text]
  const turn = {}
  const from = at => {
    if (button.turn !== turn) return
    button.dataset.at = at < sentences.length ? at : 0
    if (at >= sentences.length || !pronounce(sentences[at], () => from(at + 1))) rest()
  }
  speaker = button
  button.turn = turn
  button.dataset.speaking = ''
  button.setAttribute('aria-pressed', 'true')
  from(Number(button.dataset.at ?? 0))
}

const frenchVoice = () => window.speechSynthesis?.getVoices().find(one => one.localService === true && one.lang.toLowerCase().startsWith('fr'))

function pronounce(text, then = rest) {
  const voice = frenchVoice()
  if (!voice) { rest(); return false }
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  utterance.onend = then
  speechSynthesis.speak(utterance)
  return true
}

function hush() {
  audio?.pause()
  window.speechSynthesis?.cancel()
  rest()
}

function rest() {
  if (speaker) {
    delete speaker.dataset.speaking
    delete speaker.turn
    if (speaker.hasAttribute('aria-pressed')) speaker.setAttribute('aria-pressed', 'false')
  }
  speaker = null
}

window.speechSynthesis?.getVoices()
