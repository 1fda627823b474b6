// Passkeys: the device is asked, its answer goes with the form. A browser that cannot does not show the button.
import { postForm } from './page.js'
export function passkey(root) {
  const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON
  for (const form of root.querySelectorAll('[data-passkey]')) {
    if (!able) continue
    form.hidden = false
    form.addEventListener('submit', event => {
      event.preventDefault()
      answer(form).catch(() => { form.querySelector('[data-passkey-error]').textContent = form.dataset.failed })
    })
  }
}

async function answer(form) {
  form.querySelector('[data-passkey-error]').textContent = ''
  const credential = form.dataset.passkey ? await made(JSON.parse(form.dataset.passkey)) : await proved(form)
  form.elements.credential.value = JSON.stringify(credential.toJSON())
  form.submit()
}

const made = question => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })

async function proved(form) {
  const question = await (await postForm('/passkeys/question', form, null, { again: true })).json()
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) })
}
