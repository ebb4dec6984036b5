import { rolesOf } from '~/domain/party/permission'
import {
  ACCESS_LOG_MONTHS,
  isWatched,
  linkReadOf,
  type PersonalRead,
  personalReadOf,
} from '~/domain/report/personal-read'
import { insertRows } from './bulk-rows.server'
import { now } from './clock.server'
import { db } from './db.server'
import { log } from './log.server'
import { hashToken, type Visit } from './session.server'

interface Read extends PersonalRead {
  at: Date
  /** Null for whoever came over a link. */
  personId: string | null
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
 * Keeps that somebody with a role, or with an agency's link, read somebody's data, after the answer has gone out: many reads in one statement, a
 * quarter of a second later. A process that is killed in between loses those lines, and nothing else does.
 */
export function recordRead(asked: { method: string; url: string; status: number }, visit: Visit | undefined): void {
  if (!visit || asked.method !== 'GET' || asked.status !== 200) return
  // Single fetch asks for a page's data alone at its address with .data behind.
  const address = (asked.url.split('?', 1)[0] ?? '').replace(/\.data$/, '')
  const { now: at, requestId } = visit
  const link = linkReadOf(address)
  if (link) {
    const read = { kind: 'consultation' as const, key: hashToken(link.token), address: link.address }
    keep({ ...read, at, personId: null, actorRole: 'agency', requestId })
    return
  }
  const { personId } = visit.actor
  const roles = rolesOf(visit.actor)
  const read = personId && isWatched(roles) ? personalReadOf(address) : null
  if (read) keep({ ...read, at, personId, actorRole: roles.at(-1) ?? 'visitor', address, requestId })
}

function keep(read: Read): void {
  if (waiting.length >= MOST_WAITING) {
    log.error({ reads: waiting.length }, 'reads are not being kept')
    return
  }
  waiting.push(read)
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
    const [caseIds, questions] = await Promise.all([casesOf(reads), questionsOf(reads)])
    await insertRows(
      db(),
      'AccessLog',
      reads.map(({ key, ...read }) => {
        const question = read.kind === 'consultation' ? questions.get(key ?? '') : undefined
        const subject = read.kind === 'consultation' ? (question?.id ?? null) : key
        return { ...read, subject, caseId: question?.caseId ?? caseIds.get(`${read.kind} ${key}`) ?? null }
      }),
    )
  } catch (error) {
    log.error({ err: error }, 'reads not kept')
    waiting = [...reads, ...waiting].slice(0, MOST_WAITING)
    timer ??= setTimeout(() => void flushReads(), 20 * WAIT_MS)
  }
}

/** The questions of links, by the hash of the token: what is kept of a link is the question it was sent for. */
async function questionsOf(reads: readonly Read[]): Promise<Map<string, { id: string; caseId: string }>> {
  const hashes = reads.flatMap(({ kind, key }) => (kind === 'consultation' && key !== null ? [key] : []))
  if (hashes.length === 0) return new Map()
  const rows = await db().consultation.findMany({
    where: { tokenHashes: { hasSome: hashes } },
    select: { id: true, caseId: true, tokenHashes: true },
  })
  return new Map(rows.flatMap(({ tokenHashes, ...row }) => tokenHashes.map((hash) => [hash, row] as const)))
}

/** The cases of what was read, by kind and key. */
async function casesOf(reads: readonly Read[]): Promise<Map<string, string>> {
  const keysOf = (kind: PersonalRead['kind']) => [
    ...new Set(reads.flatMap((read) => (read.kind === kind && read.key !== null ? [read.key] : []))),
  ]
  const found = new Map<string, string>()
  const numbers = keysOf('case')
  const ids = { file: keysOf('file'), letter: keysOf('letter'), step: keysOf('step'), request: keysOf('request') }
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
  if (ids.request.length > 0) {
    const rows = await db().developerRequest.findMany({
      where: { id: { in: ids.request } },
      select: { id: true, caseId: true },
    })
    for (const row of rows) found.set(`request ${row.id}`, row.caseId)
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
