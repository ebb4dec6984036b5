import type { Day } from '~/domain/time/day'
import { type Deadline, deadline, type TimeUnit } from '~/domain/time/deadline'
import type { Verdict } from '~/domain/verdict'
import { calendar } from '~/infra/reference.server'

/** The day a limit ends, with every day on the way. Refuses as `deadline` does. */
export async function clockAnswer(count: { received: Day; limit: number; unit: TimeUnit }): Promise<Verdict<Deadline>> {
  return deadline(await calendar(), count)
}
