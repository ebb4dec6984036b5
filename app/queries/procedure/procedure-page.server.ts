import { ASSUMED_LIMITS } from '~/domain/procedure/limit'
import { versionOrLatest } from '~/domain/procedure/version'
import type { Day } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { procedureVersions } from '~/infra/reference.server'

/** One procedure with all its versions, the one of the day first. Refuses `not-found`. */
export async function procedurePage({ code, on }: { code: string; on: Day }) {
  const all = await procedureVersions()
  const own = all.filter((version) => version.procedure === code)
  const [latest] = [...own].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  if (!latest) return refuse('not-found')
  const found = versionOrLatest(all, code, on)
  const shown = found.ok ? found.value : latest
  const others = own.filter((version) => version.code !== shown.code)
  const named = [...shown.dependsOn, ...(shown.replaces ?? [])]
  return ok({
    on,
    shown: { ...shown, assumedLimit: shown.timeLimit || shown.fallback ? null : (ASSUMED_LIMITS[code] ?? null) },
    others: others.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    names: named.flatMap((procedure) => {
      const version = all.find((other) => other.procedure === procedure)
      return version ? [{ code: procedure, name: version.name }] : []
    }),
  })
}
