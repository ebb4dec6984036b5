import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces'
import { CJK_FONT, LATIN_FONT } from './text-run'
import { trueTypeOf } from './woff.server'

interface Maker {
  virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
  setFonts(fonts: TFontDictionary): void
  setUrlAccessPolicy(allows: (url: string) => boolean): void
  setLocalAccessPolicy(allows: (file: string) => boolean): void
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> }
}

// Resolved from the working folder: the bundle lies elsewhere than the source, node_modules does not move.
const fileOf = (inPackage: string): string => createRequire(path.join(process.cwd(), 'package.json')).resolve(inPackage)

const latin = (style: string): string => fileOf(`@expo-google-fonts/be-vietnam-pro/${style}/BeVietnamPro_${style}.ttf`)

const CJK_FILES = { normal: 'noto-sans-sc-400.ttf', bold: 'noto-sans-sc-700.ttf' }

let maker: Promise<Maker> | undefined
let cjk: Promise<void> | undefined

async function loadMaker(): Promise<Maker> {
  const loaded = (await import('pdfmake')).default as unknown as Maker
  const latinFiles = {
    normal: latin('400Regular'),
    bold: latin('700Bold'),
    italics: latin('400Regular_Italic'),
    bolditalics: latin('700Bold_Italic'),
  }
  const allowed = new Set(Object.values(latinFiles))
  loaded.setFonts({
    [LATIN_FONT]: latinFiles,
    // Chinese has no italics: upright stands in.
    [CJK_FONT]: { ...CJK_FILES, italics: CJK_FILES.normal, bolditalics: CJK_FILES.bold },
  })
  loaded.setUrlAccessPolicy(() => false)
  loaded.setLocalAccessPolicy((file) => allowed.has(file))
  return loaded
}

async function loadCjk(into: Maker): Promise<void> {
  await Promise.all(
    (['normal', 'bold'] as const).map(async (style) => {
      const weight = style === 'normal' ? 400 : 700
      const woff = `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`
      into.virtualfs.writeFileSync(CJK_FILES[style], trueTypeOf(await readFile(fileOf(woff))))
    }),
  )
}

const usesCjk = ({ content, header, footer }: TDocumentDefinitions): boolean =>
  JSON.stringify([content, header, footer].map(drawn)).includes(`"${CJK_FONT}"`)

const drawn = (part: unknown): unknown => (typeof part === 'function' ? part(1, 1, A4) : part)

const A4 = { width: 595.28, height: 841.89, orientation: 'portrait' }

/**
 * The bytes of a PDF. The same definition gives the same bytes: its `info.creationDate` must come from the data.
 * The definition is used up: build it anew for another rendering.
 */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  maker ??= loadMaker()
  const ready = await maker
  if (usesCjk(definition)) {
    cjk ??= loadCjk(ready)
    await cjk
  }
  const bytes = await ready.createPdf(definition).getBuffer()
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
