// Draws PDFs in a thread of its own: one takes a tenth of a second and more of processor time.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import { trueTypeOf } from './woff.mjs'

const fileOf = createRequire(import.meta.url).resolve
const latin = (style) => fileOf(`@expo-google-fonts/be-vietnam-pro/${style}/BeVietnamPro_${style}.ttf`)

// The names stand in app/documents/text-run.ts.
const LATIN_FILES = {
  normal: latin('400Regular'),
  bold: latin('700Bold'),
  italics: latin('400Regular_Italic'),
  bolditalics: latin('700Bold_Italic'),
}
const CJK_FONT = 'NotoSansSC'
const CJK_FILES = { normal: 'noto-sans-sc-400.ttf', bold: 'noto-sans-sc-700.ttf' }

const always = (value) => () => value
const ruled = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0.6 : 0.3),
  vLineWidth: always(0),
  hLineColor: always('#aab2bb'),
}
/** How tables look, by the name a definition gives as `layout`: functions cannot be sent to a thread. */
const LAYOUTS = {
  boxed: {
    hLineColor: always('#1c2430'),
    vLineColor: always('#1c2430'),
    hLineWidth: always(0.8),
    vLineWidth: always(0.8),
  },
  pairs: { ...ruled, paddingLeft: always(0), paddingTop: always(1.5), paddingBottom: always(1.5) },
  ruled: {
    ...ruled,
    paddingLeft: (column) => (column === 0 ? 0 : 5),
    paddingRight: always(0),
    paddingTop: always(1.2),
    paddingBottom: always(1.2),
  },
}

const files = new Set(Object.values(LATIN_FILES))
pdfmake.setFonts({
  BeVietnamPro: LATIN_FILES,
  // Chinese has no italics: upright stands in.
  [CJK_FONT]: { ...CJK_FILES, italics: CJK_FILES.normal, bolditalics: CJK_FILES.bold },
})
pdfmake.addTableLayouts(LAYOUTS)
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => files.has(file))

let cjk
const loadCjk = () =>
  Promise.all(
    [
      ['normal', 400],
      ['bold', 700],
    ].map(async ([style, weight]) => {
      const woff = await readFile(
        fileOf(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`),
      )
      pdfmake.virtualfs.writeFileSync(CJK_FILES[style], trueTypeOf(woff))
    }),
  )

/** What stands on each page, with its number in the places `PAGE` and `PAGES` of app/documents/text-run.ts hold. */
const numbered = (part) => {
  if (part === undefined) return undefined
  const text = JSON.stringify(part)
  return (page, pages) => JSON.parse(text.replaceAll('{{page}}', page).replaceAll('{{pages}}', pages))
}

async function draw({ header, footer, ...definition }) {
  if (JSON.stringify([definition.content, header, footer]).includes(`"${CJK_FONT}"`)) {
    cjk ??= loadCjk()
    await cjk
  }
  const drawn = { ...definition, header: numbered(header), footer: numbered(footer) }
  return await pdfmake.createPdf(drawn).getBuffer()
}

parentPort.on('message', ({ id, definition }) => {
  draw(definition).then(
    (bytes) => parentPort.postMessage({ id, bytes: new Uint8Array(bytes) }),
    (error) => parentPort.postMessage({ id, error: String(error) }),
  )
})
