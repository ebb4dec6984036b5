import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ColumnKind, SheetCell } from '~/domain/land/sheet'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the cell formats of `STYLES`: as it is, a text that stays one, a day, a head. */
const STYLE = { plain: 0, text: 1, day: 2, head: 3 }
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

const PARTS: Record<string, string> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 has no place for these, escaped or not.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')

const DAY_MS = 86_400_000
/** Days since 1899-12-30, as spreadsheets count after February 1900. */
const serialOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + 25_569

function cellXml(value: SheetCell, kind: ColumnKind | 'head'): string {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'number') return `<c s="${STYLE.plain}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`
  if (kind === 'day') return `<c s="${STYLE.day}"><v>${serialOf(value)}</v></c>`
  const style = kind === 'head' ? STYLE.head : STYLE.text
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

const rowXml = (cells: readonly SheetCell[], kinds: readonly (ColumnKind | 'head')[]): string =>
  `<row>${cells.map((cell, index) => cellXml(cell, kinds[index] ?? 'text')).join('')}</row>`

/** Texts shorter than this are gathered before they are compressed. */
const GATHER = 64 * 1024

/**
 * A workbook of one sheet, piece by piece: no more of it is in memory than the rows at hand. Texts are texts, whatever
 * they begin with; a spreadsheet never takes one for a formula, not even when its cell is edited.
 */
export async function* xlsxPieces(
  sheet: { name: string; heads: readonly string[]; kinds: readonly ColumnKind[] },
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let broken: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) broken = error
    else ready.push(piece)
  })
  const flush = function* () {
    if (broken) throw broken
    const pieces = ready
    ready = []
    yield* pieces
  }
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  for (const [name, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook })) {
    const part = new ZipPassThrough(name)
    zip.add(part)
    part.push(strToU8(text), true)
  }
  const part = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(part)
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${sheet.kinds.map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="16" customWidth="1"/>`).join('')}</cols><sheetData>${rowXml(
    sheet.heads,
    sheet.heads.map(() => 'head'),
  )}`
  for await (const page of pages) {
    for (const row of page) {
      text += rowXml(row, sheet.kinds)
      if (text.length < GATHER) continue
      part.push(strToU8(text))
      text = ''
      yield* flush()
    }
  }
  part.push(strToU8(`${text}</sheetData></worksheet>`), true)
  zip.end()
  yield* flush()
}
