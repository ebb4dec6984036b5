import { remindConsultation } from '~/commands/case/remind-consultation.server'
import { SYSTEM } from '~/domain/party/permission'
import { now } from '~/infra/clock.server'
import { waitingConsultations } from '~/queries/case/waiting-consultations.server'

/** Reminds the agencies whose day is near. Each is taken by one process: the command finds the row reminded already. */
export async function remindAgencies(): Promise<void> {
  const ctx = { actor: SYSTEM, now: now() }
  for (const id of await waitingConsultations(ctx.now)) await remindConsultation(ctx, { id })
}
