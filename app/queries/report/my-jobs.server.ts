import type { RefusalCode } from '~/domain/refusal'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { JobKind } from '~/infra/job-queue.server'
import { idKey } from '~/infra/key-page.server'
import type { Ctx } from '~/infra/transact.server'

const SHOWN = 50

export type JobState = 'queued' | 'running' | 'done' | 'failed'

interface JobRow {
  id: string
  kind: string
  state: string
  done: number
  total: number | null
  error: string | null
  fileName: string | null
  mediaType: string | null
  storageKey: string | null
  sizeBytes: number | null
  createdAt: Date
  finishedAt: Date | null
}

const shown = (job: JobRow) => ({
  id: job.id,
  kind: job.kind as JobKind,
  state: job.state as JobState,
  done: job.done,
  total: job.total,
  error: job.error as RefusalCode | null,
  /** Null: none was made, or its week is over. */
  file: job.storageKey === null ? null : { name: job.fileName ?? '', sizeBytes: job.sizeBytes ?? 0 },
  hadFile: job.fileName !== null,
  createdAt: job.createdAt.toISOString(),
  finishedAt: job.finishedAt?.toISOString() ?? null,
})
export type ShownJob = ReturnType<typeof shown>

/** The jobs of whoever asks, newest first. */
export async function myJobs(ctx: Ctx): Promise<ShownJob[]> {
  const jobs = await db().job.findMany({
    where: { requestedById: ctx.actor.personId ?? '' },
    orderBy: { createdAt: 'desc' },
    take: SHOWN,
  })
  return jobs.map(shown)
}

const ownJob = async (ctx: Ctx, id: string): Promise<JobRow | null> =>
  idKey(id) ? db().job.findFirst({ where: { id, requestedById: ctx.actor.personId ?? '' } }) : null

/** One job of whoever asks; anybody else's is not found. */
export async function myJob(ctx: Ctx, id: string): Promise<Verdict<ShownJob>> {
  const job = await ownJob(ctx, id)
  return job ? ok(shown(job)) : refuse('not-found')
}

/** The file of a job, for whoever asked for it; anybody else's is not found. */
export async function jobFile(ctx: Ctx, id: string) {
  const job = await ownJob(ctx, id)
  if (job?.state !== 'done' || !job.storageKey) return refuse('not-found')
  return ok({ storageKey: job.storageKey, fileName: job.fileName ?? '', mediaType: job.mediaType ?? '' })
}
