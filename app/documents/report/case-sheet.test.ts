import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type CaseSheetRow, caseSheetPieces } from './case-sheet'

const row: CaseSheetRow = {
  number: 'CM-2026-000001',
  state: 'dossier_refused',
  organization: { name: '=HYPERLINK("http://x","y")', country: 'VN' },
  officer: null,
  division: null,
  zone: { vi: 'Khu', en: 'Zone', zh: '园区' },
  plots: ['HL-A1'],
  areaM2: 0,
  project: '@SUM(1)',
  sector: null,
  // Five in the morning of the 27th in Vietnam.
  submittedAt: '2026-11-26T22:00:00.000Z',
  due: null,
}
/** The days a spreadsheet counts from the end of 1899. */
const serial = (day: string) => String((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)

it.each([
  ['vi', 'Từ chối tiếp nhận'],
  ['en', 'Not accepted'],
  ['zh', '不予受理'],
] as const)('a case in a workbook: days of Vietnam, words of the reader, no formula (%s)', async (lang, state) => {
  async function* pages() {
    yield [row]
  }
  const pieces: Uint8Array[] = []
  for await (const piece of caseSheetPieces(pages(), lang))
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  const files = unzipSync(new Uint8Array(Buffer.concat(pieces)))
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
  expect(sheet).toContain(`<v>${serial('2026-11-27')}</v>`)
  expect(sheet).not.toContain(`<v>${serial('2026-11-26')}</v>`)
  expect(sheet).toContain(state)
  expect(sheet).toContain('=HYPERLINK(')
  expect(sheet).not.toContain('<f>')
})
