import { sweepUploads } from '~/commands/interest/sweep-uploads.server'
import { SYSTEM } from '~/domain/party/permission'

/** Fails the files nobody went on with for a day, round after round until none is left. */
export async function sweepAbandonedUploads(now: Date): Promise<number> {
  let swept = 0
  for (;;) {
    const round = await sweepUploads({ actor: SYSTEM, now })
    if (!round.ok || round.value === 0) return swept
    swept += round.value
  }
}
