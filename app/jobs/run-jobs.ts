import { VISITOR } from '~/domain/party/permission'
import { now } from '~/infra/clock.server'
import { database, db } from '~/infra/db.server'
import { dropFile } from '~/infra/files.server'
import { type JobKind, onJobsAsked } from '~/infra/job-queue.server'
import { log } from '~/infra/log.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { GIVEN_UP, JOBS } from './kinds'
import type { JobResult, Work } from './work'

/** How often a job is begun before it is given up: its process may have been ended each time. */
const MAX_ATTEMPTS = 3
const HEARTBEAT_MS = 2000
/** A running job not heard of for so long belongs to a process that is gone. By the database's own clock. */
const SILENCE_SECONDS = 60
const KEPT_DAYS = 7
const DAY_MS = 86_400_000

interface Claimed {
  id: string
  kind: JobKind
  input: unknown
  requestedById: string | null
  attempts: number
}

const claim = async (): Promise<Claimed | undefined> => {
  const rows = await db().$queryRaw<Claimed[]>`
    UPDATE "Job" SET state = 'running', attempts = attempts + 1, "heardAt" = now()
    WHERE id = (
      SELECT id FROM "Job"
      WHERE state = 'queued' OR (state = 'running' AND "heardAt" < now() - make_interval(secs => ${SILENCE_SECONDS}))
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, input, "requestedById", attempts`
  return rows[0]
}

/** Writes to a job as long as it is still this attempt's: one that was taken again belongs to another. */
const settle = (job: Claimed, data: Parameters<ReturnType<typeof db>['job']['updateMany']>[0]['data']) =>
  db().job.updateMany({ where: { id: job.id, state: 'running', attempts: job.attempts }, data })

const contextOf = async (job: Claimed): Promise<Ctx> => {
  const actor = job.requestedById ? await actorOf(job.requestedById) : null
  return { actor: actor ?? VISITOR, now: now(), requestId: `job ${job.id}` }
}

async function giveUp(job: Claimed): Promise<void> {
  const settled = await settle(job, { state: 'failed', error: 'unavailable', finishedAt: now() })
  const putInOrder = GIVEN_UP[job.kind] as ((input: unknown, ctx: Ctx) => Promise<void>) | undefined
  if (settled.count === 1) await putInOrder?.(job.input, await contextOf(job))
}

async function runOne(job: Claimed, signal: AbortSignal): Promise<void> {
  if (job.attempts > MAX_ATTEMPTS) {
    await giveUp(job)
    return
  }
  let progress = { done: 0, total: null as number | null }
  let beating: Promise<unknown> | undefined
  const heartbeat = setInterval(() => {
    beating ??= database()
      .pool.query(
        `UPDATE "Job" SET done = $3, total = $4, "heardAt" = now() WHERE id = $1 AND attempts = $2 AND state = 'running'`,
        [job.id, job.attempts, progress.done, progress.total],
      )
      .catch((error) => log.warn({ err: error, job: job.id }, 'job not heard of'))
      .finally(() => {
        beating = undefined
      })
  }, HEARTBEAT_MS)
  try {
    const work: Work = {
      ctx: await contextOf(job),
      report: (done, total) => {
        progress = { done, total }
      },
      signal,
    }
    const result = await (JOBS[job.kind] as (input: unknown, work: Work) => Promise<JobResult>)(job.input, work)
    if (result && 'code' in result) {
      await settle(job, { state: 'failed', error: result.code, finishedAt: now() })
    } else {
      const written = await settle(job, { state: 'done', ...progress, ...result, error: null, finishedAt: now() })
      if (written.count === 0 && result) await dropFile(result.storageKey)
    }
  } catch (error) {
    if (signal.aborted) {
      // It was not at fault: the next process begins it again at once.
      await settle(job, { state: 'queued', attempts: { decrement: 1 } })
      return
    }
    log.error({ err: error, job: job.id, kind: job.kind }, 'job failed')
    if (job.attempts >= MAX_ATTEMPTS) await giveUp(job)
    else await settle(job, { state: 'queued' })
  } finally {
    clearInterval(heartbeat)
    await beating
  }
}

let running: Promise<void> | undefined
let again = false
let stopping = new AbortController()

/** Takes jobs one after another until none is left; a second call while it runs makes it look once more. */
export function runJobs(): Promise<void> {
  if (stopping.signal.aborted) return Promise.resolve()
  again = true
  running ??= (async () => {
    while (again && !stopping.signal.aborted) {
      again = false
      for (let job = await claim(); job; job = stopping.signal.aborted ? undefined : await claim()) {
        await runOne(job, stopping.signal)
      }
    }
  })()
    .catch((error) => log.error({ err: error }, 'jobs not run'))
    .finally(() => {
      running = undefined
    })
  return running
}

/** Lets commits of this process begin jobs at once; gives what ends the job at hand and waits for it. */
export function startJobs(): () => Promise<void> {
  onJobsAsked(() => void runJobs())
  return async () => {
    onJobsAsked(undefined)
    stopping.abort()
    await running
    stopping = new AbortController()
  }
}

/** Drops the files of jobs that ended a week ago; the rows stay. */
export async function sweepJobFiles(): Promise<void> {
  const old = await db().job.findMany({
    where: { storageKey: { not: null }, finishedAt: { lt: new Date(now().getTime() - KEPT_DAYS * DAY_MS) } },
    select: { id: true, storageKey: true },
    take: 200,
  })
  for (const { id, storageKey } of old) {
    await db().job.update({ where: { id }, data: { storageKey: null } })
    if (storageKey) await dropFile(storageKey)
  }
}
