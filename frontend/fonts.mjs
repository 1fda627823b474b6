// Subsets the four families to what French needs and writes them, with their licences, beside the style sheets.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const out = new URL('../src/main/resources/static/fonts/', import.meta.url)
const modules = new URL('./node_modules/', import.meta.url)
mkdirSync(new URL('LICENCES/', out), { recursive: true })

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('')
const french = ascii + 'àâäæçéèêëîïôöœùûüÿñáíóúÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‹›’‘“”–—…•·€°§№×÷²³½←→ªº\u00a0\u202f\u2009\u00ad'
const handwriting = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzàâçéèêëîïôœùûÉÈÀÇ0123456789 ,.\'’!?-\u00a0'

const fonts = [
  ['@fontsource-variable/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal', 'atkinson', french, { variationAxes: { wght: { min: 400, max: 700 } } }],
  ['@fontsource/andika', 'andika-latin-400-normal', 'andika', french],
  ['@fontsource/andika', 'andika-latin-700-normal', 'andika-bold', french],
  ['@fontsource/playwrite-fr-moderne', 'playwrite-fr-moderne-latin-400-normal', 'playwrite', handwriting],
  ['@fontsource/opendyslexic', 'opendyslexic-latin-400-normal', 'opendyslexic', french],
  ['@fontsource/opendyslexic', 'opendyslexic-latin-700-normal', 'opendyslexic-bold', french]
]

for (const [pack, file, name, text, options] of fonts) {
  const source = readFileSync(new URL(`${pack}/files/${file}.woff2`, modules))
  const subset = await subsetFont(source, text, { targetFormat: 'woff2', ...options })
  writeFileSync(new URL(`${name}.woff2`, out), subset)
  copyFileSync(new URL(`${pack}/LICENSE`, modules), new URL(`LICENCES/${pack.split('/').pop()}.txt`, out))
  console.log(name, subset.length)
}
