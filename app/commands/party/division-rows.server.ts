import type { ZoneKind } from '~/domain/land/catalogue'
import { fold } from '~/domain/land/search'
import type { Text } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Transaction } from '~/infra/transact.server'

export interface DivisionInput {
  name: Text
  /** Kinds of zones whose new cases are its own. */
  zoneKinds: ZoneKind[]
}

/** One who changes divisions at a time: which kinds are taken is looked for among committed rows. */
export const lockDivisions = (t: Transaction) => t.db.$queryRaw`SELECT key FROM "Division" ORDER BY key FOR UPDATE`

/** Whether no other division keeps one of these kinds of zones. Refuses `zone-kind-taken` with its name. */
export async function checkKinds(
  t: Transaction,
  zoneKinds: readonly ZoneKind[],
  except: string | null,
): Promise<Verdict<true>> {
  const other = await t.db.division.findFirst({
    where: { zoneKinds: { hasSome: [...zoneKinds] }, ...(except !== null && { key: { not: except } }) },
  })
  if (!other) return ok(true)
  return refuse('zone-kind-taken', { division: (other.nameText as unknown as Text)[t.actor.lang] }, 'zoneKinds')
}

const KEY_LENGTH = 40
/** Words of addresses beside those of divisions. */
const RESERVED = ['new']

/** A key for a new division, made of its Vietnamese name; of several with one name the later are numbered. */
export function divisionKey(name: string, taken: readonly string[]): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, KEY_LENGTH)
    .replace(/^-|-$/g, '')
  const base = words === '' ? 'division' : words
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`
    if (!taken.includes(key) && !RESERVED.includes(key)) return key
  }
}
