import { type Actor, hasRole, OFFICE_ROLES } from '../party/permission'
import { ok, refuse, type Verdict } from '../verdict'
import type { CaseState } from './state'

/** Letters of one message. */
export const MESSAGE_MAX = 4000

/** Documents of the case one message may point to. */
export const MESSAGE_DOCUMENTS_MAX = 10

export type MessageSide = 'investor' | 'office'

/** On which side of the desk somebody stands in a case of an organisation: whoever belongs to it on the investor's. */
export function sideOf(actor: Actor, organizationId: string): MessageSide | null {
  if (actor.organizations.some(({ id }) => id === organizationId)) return 'investor'
  return hasRole(actor, ...OFFICE_ROLES) ? 'office' : null
}

const SILENT: readonly CaseState[] = ['withdrawn', 'closed']

/** Whether messages are still written in a case: not once it was withdrawn or closed. Refuses `state-forbids`. */
export const canWrite = (state: CaseState): Verdict<true> =>
  SILENT.includes(state) ? refuse('state-forbids') : ok(true)
