import { Cron } from 'croner'
import { sealAudit } from '~/infra/audit-chain.server'
import { log } from '~/infra/log.server'
import { wakeOutbox } from '~/infra/mail.server'
import { sweepSessions } from '~/infra/session.server'
import { watchCatalogue } from '~/infra/snapshot.server'
import { sweepIncoming } from '~/infra/upload.server'

/** Starts the process's timers; gives what ends them. Work is taken from tables, so any number of processes may run them. */
export function startTimers(): () => void {
  const protect = (name: string, work: () => Promise<void>) => () =>
    work().catch((error) => log.error({ err: error, timer: name }, 'timer failed'))
  const crons = [
    new Cron('*/20 * * * * *', { protect: true, unref: true }, () => wakeOutbox()),
    new Cron(
      '*/10 * * * * *',
      { protect: true, unref: true },
      protect('audit chain', async () => void (await sealAudit())),
    ),
    new Cron('13 * * * *', { protect: true, unref: true }, protect('sessions', sweepSessions)),
    new Cron('43 * * * *', { protect: true, unref: true }, protect('incoming', sweepIncoming)),
  ]
  const endWatch = watchCatalogue()
  return () => {
    for (const cron of crons) cron.stop()
    endWatch()
  }
}
