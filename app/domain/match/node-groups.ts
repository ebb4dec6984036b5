import { UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import type { NodeRow } from '../land/catalogue'
import { bestRest, judgeRests, type Question } from './question'

/** The nodes that serve every plot of a set. */
function commonNodes({ land }: Question, plots: readonly number[]): readonly NodeRow[] {
  const [first = [], ...others] = plots.map((plot) => land.nodeSets[land.nodeSet[plot] as number] ?? [])
  return first.filter((node) => others.every((nodes) => nodes.includes(node)))
}

/**
 * What remains for a set at the best single node that serves all its plots: NaN where no node of the kind is published
 * for one of them, 0 where each has one and no node serves all.
 */
export function setRest(question: Question, plots: readonly number[], kind: UtilityKind): number {
  const { nodeSet } = question.land
  const rests = question.rests[kind]
  if (plots.some((plot) => Number.isNaN(rests[nodeSet[plot] as number] as number))) return Number.NaN
  return bestRest(commonNodes(question, plots), kind, question.restOf) ?? 0
}

/**
 * The same for set after set: what serves two groups of plots has a number of its own after the land's sets of nodes,
 * and each is judged once.
 */
export interface NodeGroups {
  /** The group of the nodes that serve both. */
  join(one: number, other: number): number
  fails: readonly number[]
  unknown: readonly number[]
  score: readonly number[]
}

export function nodeGroups(question: Question): NodeGroups {
  const { land } = question
  const nodes: (readonly NodeRow[])[] = [...land.nodeSets]
  const rests = land.nodeSets.map((_, id) => UTILITY_KINDS.map((kind) => question.rests[kind][id] as number))
  const fails = Array.from(question.nodeFails)
  const unknown = Array.from(question.nodeUnknown)
  const score = Array.from(question.nodeScore)
  const known = new Map<number, number>()
  const join = (one: number, other: number): number => {
    const key = Math.min(one, other) * 0x4000000 + Math.max(one, other)
    const found = known.get(key)
    if (found !== undefined) return found
    const theirs = nodes[other] ?? []
    const both = (nodes[one] ?? []).filter((node) => theirs.includes(node))
    const left = UTILITY_KINDS.map((kind, at) =>
      Number.isNaN(rests[one]?.[at]) || Number.isNaN(rests[other]?.[at])
        ? Number.NaN
        : (bestRest(both, kind, question.restOf) ?? 0),
    )
    const id = nodes.push(both) - 1
    const judged = judgeRests(question, (kind) => left[UTILITY_KINDS.indexOf(kind)] as number)
    rests.push(left)
    fails.push(judged.fails)
    unknown.push(judged.unknown)
    score.push(judged.score)
    known.set(key, id)
    return id
  }
  return { join, fails, unknown, score }
}
