import type { Text } from '../text'
import type { Day } from '../time/day'
import {
  type CapacityDay,
  holdFrom,
  ledgerFrom,
  liveHolds,
  nodeDay,
  promisableFrom,
  UTILITY_KINDS,
  type UtilityKind,
} from './capacity'
import { type At, isStale, type NodeRow } from './catalogue'
import { factStanding } from './fact'

/** A utility node as it is shown to everybody, in its unit: kVA for power, m³/day for water and wastewater. */
export interface NodeLedger {
  kind: UtilityKind
  name: Text
  illustrative: boolean
  /** Built and in service today. */
  built: number
  committed: number
  /** Kept by the holds that live now, whenever their projects need it. */
  held: number
  /** The first day from which held capacity is needed; null where none is held or it is needed already. */
  heldFrom: Day | null
  /** What can still be promised from today on. */
  remaining: number
  /** Until when its keeper answers for that; null: nobody said. Past it, it counts as unknown. */
  confirmedUntil: Day | null
  stale: boolean
  /** What is to be built, by day. */
  additions: { from: Day; amount: number }[]
  /** Today, and each later day on which something changes. */
  days: CapacityDay[]
}

/** What a node has today and what is to come, its ended holds left out. */
export function nodeLedger(node: NodeRow, { today, now }: At): NodeLedger {
  const holds = liveHolds(node.holds, now)
  const { built, withdrawn, committed } = nodeDay(today, node.entries)
  const firstNeed = holds.map(holdFrom).sort()[0]
  return {
    kind: node.kind,
    name: node.name,
    illustrative: node.illustrative,
    built: built - withdrawn,
    committed,
    held: holds.reduce((sum, { amount }) => sum + amount, 0),
    heldFrom: firstNeed !== undefined && firstNeed > today ? firstNeed : null,
    remaining: promisableFrom(today, node.entries, holds),
    confirmedUntil: node.confirmedUntil ?? null,
    stale: isStale(node.confirmedUntil ?? null, today),
    additions: node.entries
      .filter(({ kind, from }) => kind === 'built' && from > today)
      .map(({ from, amount }) => ({ from, amount })),
    days: ledgerFrom(today, node.entries, holds),
  }
}

type Unknown<T> = Omit<T, 'remaining'> & { remaining: number | null }

/** A node as programs and papers are told of it: what remains is null, on every day, once nobody answers for it. */
export type ToldLedger = Unknown<Omit<NodeLedger, 'days'>> & { days: Unknown<CapacityDay>[] }

/** What a node has is told; what of it remains only while somebody answers for it. */
export const toldLedger = (node: NodeLedger): ToldLedger =>
  node.stale ? { ...node, remaining: null, days: node.days.map((day) => ({ ...day, remaining: null })) } : node

/** Nodes in the order power, water, wastewater. */
const nodeLedgers = (nodes: readonly NodeRow[], at: At): NodeLedger[] =>
  UTILITY_KINDS.flatMap((kind) => nodes.filter((node) => node.kind === kind).map((node) => nodeLedger(node, at)))

/** The same without the nodes nobody has answered for since their grace period ended: they are told no more. */
export const publishedLedgers = (nodes: readonly NodeRow[], at: At, graceDays: number): NodeLedger[] =>
  nodeLedgers(
    nodes.filter(({ confirmedUntil = null }) => factStanding(confirmedUntil, at.today, graceDays).age !== 'over'),
    at,
  )
