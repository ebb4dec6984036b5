import type { SelectedStep } from './selection'
import type { ProcedureVersion } from './version'

/** The investment certificates take each other's place among dependencies (Decree 96/2026 Art 38, 39, 47). */
const STAND_INS: Readonly<Record<string, string[]>> = {
  'INV-20': ['INV-21', 'INV-22'],
  'INV-21': ['INV-20', 'INV-22'],
  'INV-22': ['INV-20', 'INV-21'],
}

/** What exempts from a procedure and is waited for in its place (Law 135/2025 Art 43(2)(e)). */
const EXEMPTED_BY: Readonly<Record<string, string[]>> = { 'CON-02': ['CON-01'] }

/**
 * What a step waits for inside its roadmap. Dependencies outside it fall away, unless another procedure stands in.
 * Where the step names no mode, everything it names has to be over before it: what a procedure that fell away
 * would itself have waited for is waited for in its place. The same goes for optional steps, which a step that
 * is not optional never waits for. `chosen` has the version of each procedure in the roadmap, `current` one of any.
 */
export const dependenciesOf = (
  step: SelectedStep,
  steps: readonly SelectedStep[],
  chosen: ReadonlyMap<string, ProcedureVersion>,
  current: (procedure: string) => ProcedureVersion | undefined,
): string[] => {
  const version = chosen.get(step.procedure)
  if (!version) return []
  const inherits = version.dependsOnMode === undefined
  // Of alternatives, one that is there itself needs nobody to stand in for the others.
  const direct = version.dependsOnMode === 'any' && steps.some((other) => version.dependsOn.includes(other.procedure))
  const seen = new Set<string>([step.procedure])

  const resolve = (procedure: string, inherited: boolean): string[] => {
    if (seen.has(procedure)) return []
    seen.add(procedure)
    const names = direct ? [procedure] : [procedure, ...(STAND_INS[procedure] ?? [])]
    const inside = steps.filter((other) => names.includes(other.procedure))
    const firm = inside.filter((other) => step.optional || !other.optional)
    if (firm.length > 0) return firm.map((other) => other.procedure)
    if (inherited || (!inherits && inside.length === 0)) return []
    const source = chosen.get(inside[0]?.procedure ?? procedure) ?? current(procedure)
    return [...(EXEMPTED_BY[procedure] ?? []), ...(source?.dependsOn ?? [])].flatMap((code) => resolve(code, true))
  }

  const found = new Set(version.dependsOn.flatMap((code) => resolve(code, false)))
  found.delete(step.procedure)
  return steps.map((other) => other.procedure).filter((procedure) => found.has(procedure))
}
