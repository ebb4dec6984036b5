import type { LetterData, LetterKind } from '~/domain/case/letter'
import type { Actor } from '~/domain/party/permission'
import { rolesOf } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { digestOf } from './audit-chain.server'
import { insertRows } from './bulk-rows.server'
import { database, db, insideTransaction } from './db.server'
import { dropFile, keepBytes } from './files.server'
import { type JobOf, wakeJobs } from './job-queue.server'
import { log } from './log.server'
import { wakeOutbox } from './mail.server'
import { keepNotice } from './notices.server'
import { deputizedFor, onBehalfOf } from './on-behalf.server'
import { Prisma } from './prisma/client'
import { catalogueMoved } from './snapshot.server'

/** Who asks, and when: what every command and scoped query is given. */
export interface Ctx {
  actor: Actor
  now: Date
  requestId?: string
  /** The change is made, seen and taken back: nothing of it is kept but the letters it would have issued. */
  rehearsal?: Rehearsal
}

/** The letters of a change that is only rehearsed. */
export interface Rehearsal {
  letters: { kind: LetterKind; data: LetterData[LetterKind]; courtesyLang: 'en' | 'zh' }[]
}

export interface AuditInput {
  /** verb of the command, e.g. `case.receive` */
  act: string
  subject: { kind: string; id: string }
  caseId?: string
  /** What changed. Personal content stands in a side row that retention may erase. */
  detail: Prisma.InputJsonObject
}

export interface MailInput {
  kind: string
  to: { email: string; name?: string }
  lang: Lang
  subject: string
  text: string
  caseId?: string
}

export interface Transaction {
  db: Prisma.TransactionClient
  actor: Actor
  now: Date
  today: Day
  rehearsal: Rehearsal | null
  audit(entry: AuditInput): Promise<void>
  /** The same of many rows at once. */
  auditAll(entries: readonly AuditInput[]): Promise<void>
  /** Asks for long work, begun after commit; gives the job's id. */
  enqueue(job: JobOf): Promise<string>
  /**
   * Tells somebody. With an account it stands in their notices, and is mailed as they wish; gives the mail's id, null
   * where none is sent now.
   */
  mail(mail: MailInput): Promise<string | null>
  /** Keeps bytes in the file store; they are taken back where the change does not happen. */
  keepFile(key: string, bytes: Uint8Array): Promise<void>
  /** Moves the catalogue version: kept pages and the snapshot are rebuilt after commit. */
  touchCatalogue(): Promise<void>
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/** Everything went well, and is rolled back: it was a rehearsal. */
class Rehearsed extends Error {
  constructor(readonly verdict: Verdict<unknown>) {
    super('rehearsed')
  }
}

const ATTEMPTS = 4

/** Constraint names (migration `constraints`) and what they mean to a person. */
const CONSTRAINTS: Record<string, Refusal> = {
  HoldPlot_held_once: { code: 'plot-held' },
  Hold_requested_once: { code: 'state-forbids' },
  WaitingEntry_open_once: { code: 'already-used' },
  DeveloperQuestion_unanswered_once: { code: 'state-forbids' },
  Organization_taxCode_key: { code: 'already-used', field: 'taxCode' },
  Organization_country_registrationNumber_key: { code: 'already-used', field: 'registrationNumber' },
  Person_email_key: { code: 'email-taken', field: 'email' },
  Letter_officialCode_key: { code: 'already-used', field: 'letterCode' },
  CaseFile_appealOfId_key: { code: 'already-appealed' },
  Absence_once: { code: 'already-used', field: 'fromDay' },
  Plot_code_key: { code: 'already-used', field: 'code' },
  PublishedFigure_said_once: { code: 'figure-said', field: 'source' },
}

function constraintRefusal(error: unknown): Refusal | null {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify('meta' in error ? error.meta : '')}` : ''
  for (const [name, refusal] of Object.entries(CONSTRAINTS)) if (text.includes(name)) return refusal
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return { code: 'already-used' }
  return /23P01|23505|23514|exclusion constraint|check constraint/.test(text) ? { code: 'conflict' } : null
}

/** Serialization failure, deadlock, or a transaction that could not start in time: worth another try. */
const mayRetry = (error: unknown): boolean =>
  error instanceof Error &&
  (/40001|40P01/.test(error.message) ||
    (error instanceof Prisma.PrismaClientKnownRequestError && ['P2034', 'P2028'].includes(error.code)))

/**
 * One change: everything `work` writes, with its audit rows and its mail, or nothing.
 * A refusal rolls back, and so does a rehearsal. Mail leaves after commit.
 */
export async function transact<T>(
  ctx: Ctx,
  work: (t: Transaction) => Promise<Verdict<T>>,
  /** Long work that must be whole or not at all, such as an import, says how long it may take. */
  timeout = 20_000,
): Promise<Verdict<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const after: After = { mail: false, jobs: false, catalogue: 0, files: [] }
    try {
      // Asked here, so that a transaction inside another is refused rather than waits for it.
      const prisma = db()
      const verdict = await database().inTurn(() =>
        prisma.$transaction(
          async (tx) => {
            const result = await insideTransaction(() => work(openTransaction(ctx, tx, after)))
            if (!result.ok) throw new Refused(result.refusal)
            if (ctx.rehearsal) throw new Rehearsed(result)
            return result
          },
          { maxWait: 10_000, timeout },
        ),
      )
      if (after.mail) wakeOutbox()
      if (after.jobs) wakeJobs()
      if (after.catalogue > 0) catalogueMoved(after.catalogue)
      return verdict
    } catch (error) {
      await Promise.all(after.files.map(dropFile))
      if (error instanceof Rehearsed) return error.verdict as Verdict<T>
      if (error instanceof Refused) return { ok: false, refusal: error.refusal }
      const refusal = constraintRefusal(error)
      if (refusal) {
        log.info({ refusal: refusal.code, error: error instanceof Error ? error.message : '' }, 'constraint refused')
        return refuse(refusal.code, refusal.values, refusal.field)
      }
      if (!mayRetry(error) || attempt === ATTEMPTS) throw error
    }
  }
}

/** What is to be told to the rest of the process once it is committed. */
interface After {
  mail: boolean
  jobs: boolean
  catalogue: number
  /** Keys of files kept for this change. */
  files: string[]
}

function openTransaction(ctx: Ctx, tx: Prisma.TransactionClient, after: After): Transaction {
  const auditRow = (entry: AuditInput) => ({
    at: ctx.now,
    actorId: ctx.actor.personId,
    actorRole: rolesOf(ctx.actor).at(-1) ?? 'visitor',
    act: entry.act,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    caseId: entry.caseId,
    digest: digestOf(entry.detail),
    requestId: ctx.requestId,
  })
  return {
    db: tx,
    actor: ctx.actor,
    now: ctx.now,
    today: dayInVietnam(ctx.now),
    rehearsal: ctx.rehearsal ?? null,
    async audit(entry) {
      const behalf = await onBehalfOf(tx, ctx.actor, entry)
      const absent = await deputizedFor(tx, ctx.actor, entry)
      const detail = {
        ...entry.detail,
        ...(behalf && { onBehalfOf: { ...behalf } }),
        ...(absent && { deputizedFor: absent }),
      }
      await tx.auditEntry.create({
        data: {
          ...auditRow({ ...entry, detail }),
          ...(behalf && { actorRole: 'agent' }),
          detail: { create: { actorName: ctx.actor.fullName, body: detail } },
        },
      })
    },
    async auditAll(entries) {
      const rows = await insertRows<{ id: bigint; subjectId: string }>(tx, 'AuditEntry', entries.map(auditRow), [
        'id',
        'subjectId',
      ])
      const detailOf = new Map(entries.map(({ subject, detail }) => [subject.id, detail]))
      const details = rows.map(({ id, subjectId }) => ({
        auditId: String(id),
        actorName: ctx.actor.fullName,
        body: detailOf.get(subjectId) ?? {},
      }))
      await insertRows(tx, 'AuditDetail', details)
    },
    async enqueue({ kind, input }) {
      after.jobs = true
      const job = await tx.job.create({
        data: { kind, input: { ...input }, requestedById: ctx.actor.personId, createdAt: ctx.now },
      })
      return job.id
    },
    async mail(mail) {
      const notice = await keepNotice(tx, ctx.now, mail)
      if (notice && notice.rhythm !== 'at_once') return null
      after.mail = true
      const row = await tx.outbox.create({
        data: {
          kind: mail.kind,
          toEmail: mail.to.email,
          toName: mail.to.name,
          lang: mail.lang,
          subject: mail.subject,
          text: mail.text,
          caseId: mail.caseId,
          notBefore: ctx.now,
          createdAt: ctx.now,
          ...(notice && { notices: { connect: { id: notice.id } } }),
        },
        select: { id: true },
      })
      return row.id
    },
    async keepFile(key, bytes) {
      after.files.push(key)
      await keepBytes(key, bytes)
    },
    async touchCatalogue() {
      const row = await tx.catalogue.update({
        where: { id: 1 },
        data: { version: { increment: 1 }, changedAt: ctx.now },
      })
      after.catalogue = row.version
    },
  }
}
