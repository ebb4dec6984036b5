import { ACTS, type Actor, type Role, rolesOf } from './permission'

/** The zones an actor is the developer of, each once: what the desk puts into its `where`. */
export const developerZones = (actor: Actor): string[] => [
  ...new Set(actor.grants.flatMap(({ role, zoneId }) => (role === 'developer' && zoneId ? [zoneId] : []))),
]

/**
 * The zones whose land an actor may do this to: null for all of them, a developer's own ones, or none. What a list of
 * land puts into its `where`.
 */
export function zonesWhere(actor: Actor, act: 'land.read_draft' | 'land.write'): string[] | null {
  const roles = rolesOf(actor).filter((role) => (ACTS[act] as readonly Role[]).includes(role))
  if (roles.some((role) => role !== 'developer')) return null
  return developerZones(actor)
}
