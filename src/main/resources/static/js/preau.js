// The entry: every module looks for its own data attributes and does nothing without them.
import { say } from './say.js'
import { live } from './live.js'
import { draft } from './draft.js'
import { toolbar } from './toolbar.js'
import { picker } from './picker.js'
import { keypad } from './keypad.js'
import { once } from './once.js'
import { comfort } from './comfort.js'
import { flash } from './flash.js'
import { inline } from './signing.js'
import { print } from './print.js'
import { menu } from './menu.js'
import { finder } from './finder.js'
import { recipients } from './recipients.js'
import { whole } from './whole.js'
import { passkey } from './passkey.js'
import { activation } from './activation.js'
import { push } from './push.js'
import { onwards } from './onwards.js'
import { voice } from './voice.js'
import { files } from './files.js'
import { timing } from './timing.js'

const enhance = root => { for (const start of [toolbar, picker, recipients, keypad, draft, whole, voice, files]) start(root) }

document.documentElement.dataset.js = ''
enhance(document)
for (const start of [say, comfort, flash, inline, once, print, menu, live, finder, activation, passkey, push, onwards, timing]) start(document)
document.addEventListener('preau:replaced', event => enhance(event.target))
