import { versionsOn } from '~/domain/procedure/version'
import type { Day } from '~/domain/time/day'
import { procedureVersions } from '~/infra/reference.server'

/** One page of the procedure versions in force on a day, in the order of the list. */
export async function proceduresInForce({ on, page, perPage }: { on: Day; page: number; perPage: number }) {
  const all = versionsOn(await procedureVersions(), on)
  return { on, items: all.slice((page - 1) * perPage, page * perPage), total: all.length, page, perPage }
}
