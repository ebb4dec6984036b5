import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BYTE_ORDER_MARK, csvLine } from '~/documents/report/csv'
import { xlsxPieces } from '~/documents/report/xlsx'
import type { RawCell } from '~/domain/land/sheet-cell'
import { csvRows, delimiterOf, geoJsonRows, type SheetPart, SheetRefused } from './sheet-rows.server'
import { xlsxRows } from './xlsx-rows.server'

async function rowsOf(pages: AsyncGenerator<SheetPart[]>): Promise<RawCell[][]> {
  const rows: RawCell[][] = []
  for await (const page of pages) for (const { cells } of page) rows.push(cells)
  return rows
}
const refusedBy = (pages: AsyncGenerator<SheetPart[]>) =>
  rowsOf(pages).then(
    () => 'read',
    (error) => {
      if (error instanceof SheetRefused) return error.refusals
      throw error
    },
  )

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const workbook = (sheet: string, more: Record<string, string> = {}): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="r"><x:sheets><x:sheet name="S" r:id="rId7"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId7" Target="worksheets/one.xml"/></Relationships>`,
      'xl/worksheets/one.xml': sheet,
      ...more,
    }).map(([name, text]) => [name, strToU8(text)]),
  )
const read = (sheet: string, more?: Record<string, string>) => rowsOf(xlsxRows(zipSync(workbook(sheet, more))))

describe('a workbook', () => {
  it('gives texts of every kind, days, numbers and results of formulas; a formula without one is told', async () => {
    const rows = await read(
      `<?xml version="1.0"?><worksheet><sheetData><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>a &amp; b</t></is></c>
      <c r="D3" s="1"><v>46027</v></c><c r="E3"><f>A1*2</f><v>12.5</v></c><c r="F3"><f>HYPERLINK("http://x.test")</f></c>
      <c r="G3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H3" t="b"><v>1</v></c><c r="I3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData></worksheet>`,
      {
        'xl/sharedStrings.xml': `<sst><si><t>no</t></si><si><r><t>Lô </t></r><r><t>đất</t></r><rPh><t>x</t></rPh></si></sst>`,
        'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      },
    )
    expect(rows).toEqual([
      [
        'Lô đất',
        null,
        'a & b',
        { day: '2026-01-05' },
        12.5,
        { formula: 'HYPERLINK("http://x.test")' },
        { formula: '1/0' },
        true,
        'ab',
      ],
    ])
  })

  it('refuses merged cells and says each place', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C2:C9"/></mergeCells></worksheet>`
    expect(await refusedBy(xlsxRows(zipSync(workbook(sheet))))).toEqual([
      { code: 'cells-merged', values: { range: 'A1:B1' } },
      { code: 'cells-merged', values: { range: 'C2:C9' } },
    ])
  })

  it('does not unpack a bomb: by its ratio, by what it declares, by a size that is not true, by parts that overlap', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const unsafe = [{ code: 'file-unsafe' }]
    const dense = zipSync({ ...workbook('<worksheet/>'), 'xl/worksheets/one.xml': zeros })
    expect(await refusedBy(xlsxRows(dense))).toEqual(unsafe)

    const honest = zipSync(
      workbook(`<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(5000)}</sheetData></worksheet>`),
    )
    const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const lying = honest.slice()
    const overlapping = honest.slice()
    let first: number | null = null
    for (let at = 0; at < honest.length - 46; at += 1) {
      if (view(honest).getUint32(at, true) !== 0x02014b50) continue
      if (view(honest).getUint32(at + 24, true) > 1000) view(lying).setUint32(at + 24, 1000, true)
      if (first === null) first = view(honest).getUint32(at + 42, true)
      else view(overlapping).setUint32(at + 42, first, true)
    }
    expect(await refusedBy(xlsxRows(honest))).toBe('read')
    expect(await refusedBy(xlsxRows(lying))).toEqual(unsafe)
    expect(await refusedBy(xlsxRows(overlapping))).toEqual(unsafe)
  })

  it('refuses what is no workbook, is broken off, or brings names of its own', async () => {
    const unreadable = [{ code: 'file-unreadable', values: { row: 1 } }]
    expect(await refusedBy(xlsxRows(strToU8('code,zone\n')))).toEqual(unreadable)
    expect(await refusedBy(xlsxRows(zipSync({ 'a.txt': strToU8('a') })))).toEqual(unreadable)
    expect(await refusedBy(xlsxRows(zipSync(workbook('<worksheet><sheetData><row r="1"><c'))))).toMatchObject([
      { code: 'file-unreadable' },
    ])
    expect(await refusedBy(xlsxRows(zipSync(workbook('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'))))).toEqual(
      unreadable,
    )
  })
})

const text = fc.string({ unit: fc.constantFrom(...'aĐ中=+-@\t "\',;\n<&>\u{1f600}0') })

describe('what is written and read again', () => {
  it('says the same in a workbook', async () => {
    const cells = fc.tuple(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('2026-01-05', null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 5 }), async (rows) => {
        async function* pages() {
          yield rows
        }
        const pieces: Uint8Array[] = []
        const sheet = { name: 'S', heads: ['a', 'b', 'c'], kinds: ['text', 'decimal', 'day'] as const }
        for await (const piece of xlsxPieces({ ...sheet, kinds: [...sheet.kinds] }, pages())) pieces.push(piece)
        const [, ...again] = await rowsOf(xlsxRows(Buffer.concat(pieces)))
        expect(again).toEqual(
          rows.map(([one, two, three]) => [one === '' ? null : one, two + 0, three === null ? null : { day: three }]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says the same in a CSV, whatever a text begins with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const csv = BYTE_ORDER_MARK + csvLine(['a', 'b']) + rows.map(csvLine).join('')
        const [, ...again] = await rowsOf(csvRows(strToU8(csv)))
        expect(again).toEqual(rows.map((row) => row.map((cell) => cell || null)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('other files', () => {
  it('parts a CSV by the sign of its first line', () => {
    expect(delimiterOf('a;b;c\n1,5;2;3')).toBe(';')
    expect(delimiterOf('"a;b;c;d",b\n')).toBe(',')
    expect(delimiterOf('a\tb\n')).toBe('\t')
  })

  it('tells a formula in a CSV and never takes it for a text', async () => {
    expect(await rowsOf(csvRows(strToU8('a\n=1+1\n')))).toEqual([['a'], [{ formula: '=1+1' }]])
  })

  it('refuses other encodings, an unfinished quote, and JSON that is no collection of features', async () => {
    expect(await refusedBy(csvRows(Buffer.from('Lô đất', 'utf16le')))).toMatchObject([{ code: 'file-unreadable' }])
    expect(await refusedBy(csvRows(Uint8Array.from([0x4c, 0xf4, 0x20])))).toMatchObject([{ code: 'file-unreadable' }])
    expect(await refusedBy(csvRows(strToU8('a,b\n1,"2\n3,4')))).toMatchObject([{ code: 'file-unreadable' }])
    for (const json of ['{', '[]', '{"type":"Feature"}', '{"type":"FeatureCollection","features":[1]}'])
      expect(await refusedBy(geoJsonRows(strToU8(json))), json).toMatchObject([{ code: 'file-unreadable' }])
  })
})
