// Who keeps land in tests, and a plot as they type it.
import type { PlotInput } from '~/commands/land/plot-rows.server'
import type { GrantedRole } from '~/domain/party/permission'
import type { Day } from '~/domain/time/day'
import type { Database } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { makePerson } from '../prisma/seed/factories'

export const day = (text: string) => text as Day
export const KEEPERS_NOW = new Date('2026-03-02T03:00:00Z')

/** A person with a role, over one zone or all, made for the test. */
export async function keeper(database: Database, name: string, role: GrantedRole, zoneCode?: string): Promise<Ctx> {
  const person = { name, fullName: name, lang: 'vi', role, zoneCode, fromDay: day('2020-01-01') } as const
  const actor = await actorOf(await makePerson(database.prisma, { ...person, passwordHash: 'none' }))
  if (!actor) throw new Error('the person was just made')
  return { actor, now: KEEPERS_NOW }
}

export const PLOT_INPUT: PlotInput = {
  areaM2: 20_000,
  block: 'T',
  phase: 1,
  readiness: 'planned',
  readinessSince: day('2026-01-05'),
  readinessUntil: day('2027-01-05'),
  readyByEarliest: day('2028-01-01'),
  readyByLatest: day('2029-01-01'),
  commercial: 'offered',
  priceUsdPerM2: 80,
  priceUntil: day('2027-01-05'),
  source: 'Quyết định số 1',
  termEndYear: 2070,
  maxDensityPct: 60,
  maxFloors: 3,
  sectors: [],
  note: null,
  ring: null,
}
