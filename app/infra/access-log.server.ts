import { rolesOf } from '~/domain/party/permission'
import { ACCESS_LOG_MONTHS, isWatched, type PersonalRead, personalReadOf } from '~/domain/report/personal-read'
import { insertRows } from './bulk-rows.server'
import { now } from './clock.server'
import { db } from './db.server'
import { log } from './log.server'
import type { Visit } from './session.server'

interface Read extends PersonalRead {
  at: Date
  personId: string
  actorRole: string
  /** The path alone: what was searched for stays out of the log. */
  address: string
  requestId: string
}

const WAIT_MS = 250
const MOST_WAITING = 10_000
let waiting: Read[] = []
let timer: NodeJS.Timeout | undefined
let writing: Promise<void> = Promise.resolve()

/**
 * Keeps that somebody with a role read somebody's data, after the answer has gone out: many reads in one statement, a
 * quarter of a second later. A process that is killed in between loses those lines, and nothing else does.
 */
export function recordRead(asked: { method: string; url: string; status: number }, visit: Visit | undefined): void {
  const personId = visit?.actor.personId
  if (!visit || !personId || asked.method !== 'GET' || asked.status !== 200) return
  const roles = rolesOf(visit.actor)
  if (!isWatched(roles)) return
  // Single fetch asks for a page's data alone at its address with .data behind.
  const address = (asked.url.split('?', 1)[0] ?? '').replace(/\.data$/, '')
  const read = personalReadOf(address)
  if (!read) return
  if (waiting.length >= MOST_WAITING) {
    log.error({ reads: waiting.length }, 'reads are not being kept')
    return
  }
  const { requestId } = visit
  waiting.push({ ...read, at: visit.now, personId, actorRole: roles.at(-1) ?? 'visitor', address, requestId })
  timer ??= setTimeout(() => void flushReads(), WAIT_MS)
}

/** Writes what waits; what could not be written waits on. */
export function flushReads(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  writing = writing.then(write)
  return writing
}

async function write(): Promise<void> {
  const reads = waiting
  waiting = []
  if (reads.length === 0) return
  try {
    const caseIds = await casesOf(reads)
    await insertRows(
      db(),
      'AccessLog',
      reads.map(({ key, ...read }) => ({ ...read, subject: key, caseId: caseIds.get(`${read.kind} ${key}`) ?? null })),
    )
  } catch (error) {
    log.error({ err: error }, 'reads not kept')
    waiting = [...reads, ...waiting].slice(0, MOST_WAITING)
    timer ??= setTimeout(() => void flushReads(), 20 * WAIT_MS)
  }
}

/** The cases of what was read, by kind and key. */
async function casesOf(reads: readonly Read[]): Promise<Map<string, string>> {
  const keysOf = (kind: PersonalRead['kind']) => [
    ...new Set(reads.flatMap((read) => (read.kind === kind && read.key !== null ? [read.key] : []))),
  ]
  const found = new Map<string, string>()
  const numbers = keysOf('case')
  const ids = { file: keysOf('file'), letter: keysOf('letter'), step: keysOf('step') }
  if (numbers.length > 0) {
    const rows = await db().caseFile.findMany({
      where: { number: { in: numbers } },
      select: { id: true, number: true },
    })
    for (const row of rows) found.set(`case ${row.number}`, row.id)
  }
  if (ids.file.length > 0) {
    const rows = await db().document.findMany({ where: { id: { in: ids.file } }, select: { id: true, caseId: true } })
    for (const row of rows) if (row.caseId) found.set(`file ${row.id}`, row.caseId)
  }
  if (ids.letter.length > 0) {
    const rows = await db().letter.findMany({ where: { id: { in: ids.letter } }, select: { id: true, caseId: true } })
    for (const row of rows) found.set(`letter ${row.id}`, row.caseId)
  }
  if (ids.step.length > 0) {
    const steps = await db().roadmapStep.findMany({
      where: { id: { in: ids.step } },
      select: { id: true, roadmap: { select: { caseId: true } } },
    })
    for (const step of steps) found.set(`step ${step.id}`, step.roadmap.caseId)
  }
  return found
}

/** Erases what was kept long enough; the database refuses anything younger. */
export async function sweepAccessLog(): Promise<void> {
  const oldest = now()
  oldest.setUTCMonth(oldest.getUTCMonth() - ACCESS_LOG_MONTHS)
  await db().accessLog.deleteMany({ where: { at: { lt: oldest } } })
}
