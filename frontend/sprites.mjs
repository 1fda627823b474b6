// Makes the three sprites: line icons (Lucide), picture-code pictures and pictograms (OpenMoji).
import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs'
import { optimize } from 'svgo'

const out = new URL('../src/main/resources/static/img/', import.meta.url)
const modules = new URL('./node_modules/', import.meta.url)
mkdirSync(new URL('LICENCES/', out), { recursive: true })

const icons = `accessibility arrow-left arrow-right bell bold book-open building-2 calendar calendar-check camera check check-check
  chevron-down chevron-left chevron-right circle-alert circle-help clipboard-check clock copy download ellipsis eye eye-off file-text
  filter graduation-cap heading house id-card image info italic key-round landmark languages link list log-out mail megaphone
  message-circle mic moon newspaper notebook-pen paperclip pen-line pencil plus printer qr-code save school search send settings
  shield-check signature sliders-horizontal sun ticket trash-2 triangle-alert undo-2 user user-check users utensils volume-2 x`.split(/\s+/)

const pictures = {
  cat: '1F431', sun: '1F31E', boat: '26F5', apple: '1F34E', tree: '1F333', fish: '1F41F',
  house: '1F3E0', star: '2B50', flower: '1F33C', ball: '26BD', car: '1F697', moon: '1F319'
}

const pictograms = {
  liaison: '1F4D4', family: '1F46A', speaker: '1F50A', pencil: '270F', school: '1F3EB', book: '1F4D6', music: '1F3B5',
  camera: '1F4F7', heart: '2764', check: '2705', door: '1F6AA', wave: '1F44B', palette: '1F3A8', envelope: '2709',
  calendar: '1F4C5', backpack: '1F392', mic: '1F3A4', megaphone: '1F4E3', lock: '1F512', together: '1F91D', speech: '1F4AC',
  bell: '1F514', ask: '1F64B', picture: '1F5BC', 'town-hall': '1F3DB', meal: '1F37D', eraser: '1F9FD', homework: '1F4DD',
  bear: '1F43B', rabbit: '1F430', fox: '1F98A', frog: '1F438', lion: '1F981', owl: '1F989', panda: '1F43C', penguin: '1F427',
  mouse: '1F42D', turtle: '1F422', ladybird: '1F41E', elephant: '1F418'
}

const plugins = [
  { name: 'preset-default', params: { overrides: { cleanupNumericValues: { floatPrecision: 1 }, convertPathData: { floatPrecision: 1 }, mergePaths: true } } },
  'convertStyleToAttrs', 'removeDimensions', 'cleanupIds', 'removeStyleElement'
]
const inner = svg => optimize(svg, { plugins, multipass: true, floatPrecision: 1 }).data.replace(/^<svg[^>]*>|<\/svg>$/g, '')
const symbol = (id, box, body) => `<symbol id="${id}" viewBox="${box}">${body}</symbol>`
const sprite = (name, credit, symbols) => {
  writeFileSync(new URL(name, out), `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${credit} -->\n${symbols.join('\n')}\n</svg>\n`)
  console.log(name, symbols.length)
}

sprite('icons.svg', 'Lucide, ISC licence, see LICENCES/lucide.txt', icons.map(id =>
  symbol(id, '0 0 24 24', inner(readFileSync(new URL(`lucide-static/icons/${id}.svg`, modules), 'utf8').replace(/<!--.*?-->/s, '')))))

const openmoji = list => Object.entries(list).map(([id, code]) =>
  symbol(id, '4 4 64 64', inner(readFileSync(new URL(`openmoji/color/svg/${code}.svg`, modules), 'utf8'))))
const credit = 'OpenMoji (openmoji.org), CC BY-SA 4.0, cropped and merged, see LICENCES/openmoji.txt'
sprite('pictures.svg', credit, openmoji(pictures))
sprite('pictograms.svg', credit, openmoji(pictograms))

copyFileSync(new URL('lucide-static/LICENSE', modules), new URL('LICENCES/lucide.txt', out))
copyFileSync(new URL('openmoji/LICENSE.txt', modules), new URL('LICENCES/openmoji.txt', out))
