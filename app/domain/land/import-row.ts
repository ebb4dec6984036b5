import type { RefusalCode } from '../refusal'
import type { Day } from '../time/day'
import type { Refusal, Verdict } from '../verdict'
import { type BoundarySurroundings, checkBoundary, readRing } from './boundary'
import type { Ring } from './geometry'
import { changeCommercial, checkRung } from './plot-change'
import { checkPlotDays, PLOT_CODE, PLOT_LENGTHS, PLOT_LIMITS } from './plot-limits'
import { COMMERCIAL_STATES, type CommercialState, RUNGS, type Rung, type ZoneStatus } from './readiness'
import { fold } from './search'
import { COLUMN_NAMES, type ColumnKind, REQUIRED_COLUMNS, SHEET_COLUMNS, type SheetColumn } from './sheet'
import { cellText, type DecimalMarks, type RawCell, readDay, readNumber } from './sheet-cell'

/** What a row says of a plot; the same figures as the keepers' form. */
export interface PlotValues {
  areaM2: number
  block: string | null
  phase: number | null
  readiness: Rung
  readinessSince: Day | null
  readinessUntil: Day | null
  readyByEarliest: Day | null
  readyByLatest: Day | null
  commercial: CommercialState
  priceUsdPerM2: number | null
  priceUntil: Day | null
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  sectors: string[]
  note: string | null
  ring: Ring | null
}

type Field = keyof PlotValues

/** Which figure a column holds. Code, zone and source stand beside the figures. */
const FIELD_OF: { [K in SheetColumn]?: Field } = {
  areaM2: 'areaM2',
  block: 'block',
  phase: 'phase',
  readiness: 'readiness',
  readinessSince: 'readinessSince',
  readinessConfirmedUntil: 'readinessUntil',
  readyByEarliest: 'readyByEarliest',
  readyByLatest: 'readyByLatest',
  commercial: 'commercial',
  priceUsdPerM2: 'priceUsdPerM2',
  priceConfirmedUntil: 'priceUntil',
  termEndYear: 'termEndYear',
  maxDensityPct: 'maxDensityPct',
  maxFloors: 'maxFloors',
  sectors: 'sectors',
  note: 'note',
  ring: 'ring',
}
const COLUMN_OF = Object.fromEntries(Object.entries(FIELD_OF).map(([column, field]) => [field, column])) as Record<
  Field,
  SheetColumn
>

const BLANK: PlotValues = {
  areaM2: 0,
  block: null,
  phase: null,
  readiness: 'planned',
  readinessSince: null,
  readinessUntil: null,
  readyByEarliest: null,
  readyByLatest: null,
  commercial: 'not_offered',
  priceUsdPerM2: null,
  priceUntil: null,
  termEndYear: null,
  maxDensityPct: null,
  maxFloors: null,
  sectors: [],
  note: null,
  ring: null,
}

/** A new plot may be offered or not; whatever follows is a move. */
const NEW_COMMERCIAL: readonly CommercialState[] = ['not_offered', 'offered']

export const IMPORT_RESULTS = ['inserted', 'updated', 'unchanged', 'rejected'] as const
export type ImportResult = (typeof IMPORT_RESULTS)[number]

export interface Reason {
  column: SheetColumn
  code: RefusalCode
  values?: Refusal['values']
}

/** A plot that is there already. */
export interface KnownPlot {
  id: string
  version: number
  zoneCode: string
  /** What took its place, where it is retired. */
  became: readonly string[] | null
  /** Its legal vertices are known: a drawing does not go over them. */
  hasVertices: boolean
  values: PlotValues
}

export interface ImportZone {
  status: ZoneStatus
  outline: Ring | null
  /** Where the zone is, and how far from there its land may lie. */
  place?: BoundarySurroundings['zone']
}

/** What a row is judged against. */
export interface RowSurroundings {
  /** A zone whose land whoever imports may keep; null for any other. */
  zoneOf(code: string): ImportZone | null
  plotOf(code: string): KnownPlot | null
  /** The row that named the same plot before; null for the first. */
  earlierRow(code: string): number | null
  /** Plots, written or of rows before, whose land is also in the ring. */
  overlapsOf(zoneCode: string, code: string, ring: Ring): readonly { code: string; commonM2: number }[]
  sectors: ReadonlySet<string>
  /** Words of choices in every language, folded, with the stable name of each. */
  words: { [K in SheetColumn]?: ReadonlyMap<string, string> }
  marksOf(column: SheetColumn): DecimalMarks
}

export interface JudgedRow {
  result: ImportResult
  code: string | null
  zoneCode: string | null
  /** Every reason of a rejected row. */
  reasons: Reason[]
  values: PlotValues | null
  source: string
  /** The columns a known plot would change. */
  changed: SheetColumn[]
  known: KnownPlot | null
}

/**
 * What a row would do: a new plot is inserted, a known one updated where something differs. A column the sheet does
 * not have leaves the figure as it is; an empty cell clears it. A row is rejected with every reason there is.
 */
export function judgeRow(cells: ReadonlyMap<SheetColumn, RawCell>, around: RowSurroundings): JudgedRow {
  const reasons: Reason[] = []
  const no = (column: SheetColumn, code: RefusalCode, values?: Refusal['values']) => {
    reasons.push({ column, code, ...(values && { values }) })
  }
  const take = <T>(column: SheetColumn, verdict: Verdict<T>, cell?: RawCell): T | undefined => {
    if (verdict.ok) return verdict.value
    const values: Refusal['values'] = cell === undefined ? {} : { value: cellText(cell).slice(0, 60) }
    no(column, verdict.refusal.code, { ...values, ...verdict.refusal.values })
    return undefined
  }
  for (const [column, cell] of cells) {
    if (cell !== null && typeof cell === 'object' && 'formula' in cell) {
      no(column, 'cell-formula', { value: cell.formula.slice(0, 60) })
    }
  }
  const readable = (column: SheetColumn): boolean => {
    const cell = cells.get(column)
    return cell !== undefined && !(cell !== null && typeof cell === 'object' && 'formula' in cell)
  }

  const code = readable('code') ? cellText(cells.get('code') ?? null) : ''
  const zoneCode = readable('zone') ? cellText(cells.get('zone') ?? null) : ''
  const known = code ? around.plotOf(code) : null
  const values: PlotValues = { ...(known?.values ?? BLANK) }

  for (const [column, cell] of cells) {
    if (!readable(column)) continue
    const text = cellText(cell)
    if (text === '') {
      if (column !== 'source' && (REQUIRED_COLUMNS as readonly SheetColumn[]).includes(column)) no(column, 'required')
      else if (FIELD_OF[column]) Object.assign(values, { [FIELD_OF[column]]: BLANK[FIELD_OF[column]] })
      continue
    }
    const field = FIELD_OF[column]
    if (!field) continue
    const value = take(column, readCell(column, SHEET_COLUMNS[column], cell, around), cell)
    if (value !== undefined) Object.assign(values, { [field]: value })
  }

  if (code && !PLOT_CODE.test(code)) no('code', 'invalid-form', { value: code.slice(0, 60) })
  if (code.length > PLOT_LENGTHS.code) no('code', 'too-long', { max: PLOT_LENGTHS.code })
  const earlier = code ? around.earlierRow(code) : null
  if (earlier !== null) no('code', 'row-twice', { row: earlier })

  const zone = zoneCode ? around.zoneOf(zoneCode) : null
  if (zoneCode && !zone) no('zone', 'zone-not-own', { zone: zoneCode.slice(0, 40) })
  if (known && zone && known.zoneCode !== zoneCode) {
    // Whose zone it is stays unsaid where it is not one's own.
    if (around.zoneOf(known.zoneCode)) no('zone', 'zone-differs', { zone: known.zoneCode })
    else no('code', 'already-used')
  }
  if (known?.became) no('code', 'plot-retired', { code, became: known.became.join(', ') })

  const isWrong = (column: SheetColumn) => reasons.some((reason) => reason.column === column)
  for (const { field, code: mistake } of checkPlotDays(values)) {
    const column = COLUMN_OF[field]
    if (isWrong(column)) continue
    if (mistake === 'required' && !cells.has(column)) no(column, 'column-missing', { head: column })
    else no(column, mistake)
  }
  if (zone && !isWrong('readiness') && (!known || values.readiness !== known.values.readiness)) {
    take('readiness', checkRung(values.readiness, zone.status))
  }
  if (!isWrong('commercial')) {
    if (known) take('commercial', changeCommercial(known.values.commercial, values.commercial))
    else if (!NEW_COMMERCIAL.includes(values.commercial)) {
      no('commercial', 'not-a-choice', { value: values.commercial, choices: NEW_COMMERCIAL.join(', ') })
    }
  }
  if (known?.hasVertices && !sameValue(known.values.ring, values.ring)) no('ring', 'boundary-from-vertices')
  const sameLand = known && sameValue(known.values.ring, values.ring) && known.values.areaM2 === values.areaM2
  if (zone && values.ring && !sameLand && !isWrong('ring') && !isWrong('areaM2')) {
    take('ring', checkBoundary(values.ring, values.areaM2, { outline: zone.outline, zone: zone.place, neighbours: [] }))
    for (const other of around.overlapsOf(zoneCode, code, values.ring)) {
      no('ring', 'geometry-overlap', { code: other.code, common: Math.round(other.commonM2) })
    }
  }

  const source = readable('source') ? cellText(cells.get('source') ?? null) : ''
  if (source.length > PLOT_LENGTHS.source) no('source', 'too-long', { max: PLOT_LENGTHS.source })
  const changed = known
    ? (Object.keys(BLANK) as Field[])
        .filter((field) => !sameValue(values[field], known.values[field]))
        .map((field) => COLUMN_OF[field])
    : []
  const writes = !known || changed.length > 0
  if (writes && source === '' && readable('source')) no('source', 'required')

  reasons.sort((one, other) => COLUMN_NAMES.indexOf(one.column) - COLUMN_NAMES.indexOf(other.column))
  const rejected = reasons.length > 0
  return {
    result: rejected ? 'rejected' : !known ? 'inserted' : changed.length > 0 ? 'updated' : 'unchanged',
    code: code || null,
    zoneCode: zoneCode || null,
    reasons,
    values: rejected ? null : values,
    source,
    changed,
    known,
  }
}

const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))

const CHOICES: { [K in SheetColumn]?: readonly string[] } = { readiness: RUNGS, commercial: COMMERCIAL_STATES }

const fail = (code: RefusalCode, values?: Refusal['values']): Verdict<never> => ({
  ok: false,
  refusal: { code, values },
})

function readCell(column: SheetColumn, kind: ColumnKind, cell: RawCell, around: RowSurroundings): Verdict<unknown> {
  const text = cellText(cell)
  if (kind === 'whole' || kind === 'decimal') {
    const number = readNumber(cell, around.marksOf(column), kind === 'whole')
    const limits = PLOT_LIMITS[column as keyof typeof PLOT_LIMITS]
    if (!number.ok || (number.value >= limits.min && number.value <= limits.max)) return number
    return fail('out-of-range', { ...limits })
  }
  if (kind === 'day') return readDay(cell)
  if (kind === 'choice') {
    const name = CHOICES[column]?.includes(text) ? text : around.words[column]?.get(fold(text))
    return name === undefined
      ? fail('not-a-choice', { choices: CHOICES[column]?.join(', ') ?? '' })
      : { ok: true, value: name }
  }
  if (kind === 'list') {
    const slugs = [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
    const unknown = slugs.filter((slug) => !around.sectors.has(slug))
    if (unknown.length === 0) return { ok: true, value: slugs }
    return fail('not-a-choice', { value: unknown.join(' ').slice(0, 60), choices: [...around.sectors].join(', ') })
  }
  if (kind === 'ring') return readRing(text)
  const max = PLOT_LENGTHS[column as keyof typeof PLOT_LENGTHS]
  return max !== undefined && text.length > max ? fail('too-long', { max }) : { ok: true, value: text }
}
