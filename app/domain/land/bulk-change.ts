import type { Actor } from '../party/permission'
import { may } from '../party/permission'
import type { RefusalCode } from '../refusal'
import type { Day } from '../time/day'
import { changeCommercial } from './plot-change'
import { type PublicationStep, type PublicationSubject, weighStep } from './publication'
import type { CommercialState } from './readiness'

/** How many plots are changed at once. */
export const MOST_AT_ONCE = 500

export const BULK_KINDS = ['price', 'commercial', 'ready_by', 'term', 'note', 'confirmed', 'publication'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** The steps of publication that are taken for many plots; a return has a reason of its own. */
export const BULK_STEPS = ['ask_review', 'publish', 'withdraw'] as const satisfies readonly PublicationStep[]

/** One thing that is set for many plots. */
export type BulkChange =
  | { kind: 'price'; usdPerM2: number; until: Day; source: string }
  | { kind: 'commercial'; state: CommercialState }
  | { kind: 'ready_by'; earliest: Day; latest: Day }
  | { kind: 'term'; year: number }
  | { kind: 'note'; note: string | null }
  | { kind: 'confirmed'; until: Day; source: string }
  | { kind: 'publication'; step: (typeof BULK_STEPS)[number] }

/** A plot as a change is weighed against it. */
export interface BulkSubject extends PublicationSubject {
  commercial: CommercialState
  readyBy: { earliest: Day; latest: Day } | null
  termEndYear: number | null
  note: string | null
  price: { usdPerM2: number; until: Day | null } | null
}

export type BulkResult =
  | { result: 'changes'; from: string | null; to: string }
  | { result: 'unchanged' }
  | { result: 'refused'; code: RefusalCode }

const told = (from: string | null, to: string): BulkResult =>
  from === to ? { result: 'unchanged' } : { result: 'changes', from, to }

const price = (value: { usdPerM2: number; until: Day | null }): string => `${value.usdPerM2} · ${value.until ?? '–'}`

/**
 * What one change does to one plot: what stands there and what will, that nothing changes, or why not. A plot of another's
 * zone is `not-found`; a retired one `state-forbids`; a confirmation needs a figure in force that can run out.
 */
export function weighChange(actor: Actor, plot: BulkSubject, change: BulkChange, today: Day): BulkResult {
  const allowed = may(actor, 'land.write', { zoneId: plot.zoneId })
  if (!allowed.ok) return { result: 'refused', code: allowed.refusal.code }
  if (plot.retired) return { result: 'refused', code: 'state-forbids' }
  if (change.kind === 'price') {
    return told(plot.price && price(plot.price), price({ usdPerM2: change.usdPerM2, until: change.until }))
  }
  if (change.kind === 'commercial') {
    const state = plot.held ? null : changeCommercial(plot.commercial, change.state)
    if (!state) return { result: 'refused', code: 'plot-held' }
    return state.ok ? told(plot.commercial, state.value) : { result: 'refused', code: state.refusal.code }
  }
  if (change.kind === 'ready_by') {
    const range = (of: { earliest: Day; latest: Day }) => `${of.earliest} – ${of.latest}`
    return told(plot.readyBy && range(plot.readyBy), range(change))
  }
  if (change.kind === 'term')
    return told(plot.termEndYear === null ? null : String(plot.termEndYear), String(change.year))
  if (change.kind === 'note') return told(plot.note ?? '', change.note ?? '')
  if (change.kind === 'confirmed') {
    const dated = plot.facts.filter(({ confirmedUntil }) => confirmedUntil !== null)
    if (dated.length === 0) return { result: 'refused', code: 'nothing-to-change' }
    const days = [...new Set(dated.map(({ confirmedUntil }) => confirmedUntil as Day))].sort()
    return told(days.join(', '), change.until)
  }
  const next = weighStep(actor, plot, change.step, today)
  return next.ok ? told(plot.publication, next.value) : { result: 'refused', code: next.refusal.code }
}
