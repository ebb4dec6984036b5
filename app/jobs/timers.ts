import { Cron } from 'croner'
import { flushReads, sweepAccessLog } from '~/infra/access-log.server'
import { sealAudit } from '~/infra/audit-chain.server'
import { now } from '~/infra/clock.server'
import { log } from '~/infra/log.server'
import { wakeOutbox } from '~/infra/mail.server'
import { sweepSessions } from '~/infra/session.server'
import { watchCatalogue } from '~/infra/snapshot.server'
import { sweepIncoming } from '~/infra/upload.server'
import { sweepAbandonedUploads } from './abandoned-uploads'
import { remindAgencies } from './consultation-reminders'
import { keepDueDays } from './due-days'
import { tellOfNewFits } from './need-alerts'
import { mailDigests } from './notice-digests'
import { publishDue } from './publish-due'
import { runJobs, startJobs, sweepJobFiles } from './run-jobs'
import { tendFacts } from './stale-facts'
import { tendHolds } from './tend-holds'

/** Starts the process's timers; gives what ends them. Work is taken from tables, so any number of processes may run them. */
export function startTimers(): () => Promise<void> {
  const protect = (name: string, work: () => Promise<void>) => () =>
    work().catch((error) => log.error({ err: error, timer: name }, 'timer failed'))
  const crons = [
    new Cron('*/20 * * * * *', { protect: true, unref: true }, () => wakeOutbox()),
    new Cron(
      '*/10 * * * * *',
      { protect: true, unref: true },
      protect('audit chain', async () => void (await sealAudit())),
    ),
    new Cron(
      '*/30 * * * * *',
      { protect: true, unref: true },
      protect('publish', async () => void (await publishDue(now()))),
    ),
    new Cron(
      '*/10 * * * *',
      { protect: true, unref: true },
      protect('digests', () => mailDigests(now())),
    ),
    new Cron('*/30 * * * *', { protect: true, unref: true }, protect('consultations', remindAgencies)),
    new Cron(
      '*/20 * * * * *',
      { protect: true, unref: true },
      protect('holds', () => tendHolds(now())),
    ),
    new Cron(
      '7 * * * *',
      { protect: true, unref: true },
      protect('facts', async () => void (await tendFacts(now()))),
    ),
    new Cron(
      '*/20 * * * * *',
      { protect: true, unref: true },
      protect('need alerts', () => tellOfNewFits(now())),
    ),
    new Cron('*/30 * * * * *', { protect: true, unref: true }, protect('due days', keepDueDays)),
    new Cron('13 * * * *', { protect: true, unref: true }, protect('sessions', sweepSessions)),
    new Cron('23 3 * * *', { protect: true, unref: true }, protect('access log', sweepAccessLog)),
    new Cron('43 * * * *', { protect: true, unref: true }, protect('incoming', sweepIncoming)),
    new Cron(
      '23 * * * *',
      { protect: true, unref: true },
      protect('uploads', async () => void (await sweepAbandonedUploads(now()))),
    ),
    new Cron('*/15 * * * * *', { protect: true, unref: true }, () => void runJobs()),
    new Cron('53 * * * *', { protect: true, unref: true }, protect('job files', sweepJobFiles)),
  ]
  const endWatch = watchCatalogue()
  const stopJobs = startJobs()
  return async () => {
    for (const cron of crons) cron.stop()
    endWatch()
    await stopJobs()
    await flushReads()
  }
}
