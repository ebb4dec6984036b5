// node --import tsx bench/submit-work.ts SECONDS: what bench/submit.ts runs in a process of its own; prints its figures as JSON.
import { createHash, randomUUID } from 'node:crypto'
import { submitInterest } from '../app/commands/interest/submit-interest.server'
import { INTEREST_FORM_VERSION } from '../app/domain/interest/form'
import { addDays, dayInVietnam } from '../app/domain/time/day'
import { insertRows } from '../app/infra/bulk-rows.server'
import { database, db, openDatabase, setDatabase } from '../app/infra/db.server'
import { settings } from '../app/infra/env.server'
import { actorOf } from '../app/infra/session.server'
import type { Ctx } from '../app/infra/transact.server'
import { chainUpTo, RECHECK_MS } from '../app/infra/verified-chain.server'
import { applyMigrations } from '../prisma/migrate'
import { makeForm, makeOrganization, makePerson } from '../prisma/seed/factories'
import { loadReference } from '../prisma/seed/reference'
import type { SubmitTook } from './submit'

const SECONDS = Number(process.argv[2])
const CLIENTS = [1, 8, 64] as const
const ORGANIZATIONS = 64
const PLOTS = 2000
/** Drafts laid in for each second and way: more than any of them sends. */
const DRAFTS_PER_SECOND = 700

setDatabase(await openDatabase({ databaseUrl: settings().DATABASE_URL, dataDir: settings().DATA_DIR }))
await applyMigrations(database())
await loadReference(db())

const today = dayInVietnam(new Date())
const zone = await db().zone.findFirstOrThrow({ where: { code: 'LS-IP-DONGBANH' } })
await db().plot.createMany({
  data: Array.from({ length: PLOTS }, (_, at) => ({
    code: `B-${at}`,
    zoneId: zone.id,
    areaM2: 10_000,
    readiness: 'serviced',
    commercial: 'offered',
    publication: 'published',
  })),
})
const plotIds = (await db().plot.findMany({ where: { zoneId: zone.id }, select: { id: true } })).map(({ id }) => id)

const people: Ctx['actor'][] = []
for (let at = 0; at < ORGANIZATIONS; at += 1) {
  const organizationId = await makeOrganization(db(), {
    kind: 'foreign',
    name: `Bench ${at}`,
    taxCode: null,
    country: 'CN',
    registrationNumber: `BENCH${at}`,
  })
  const who = { name: `bench${at}`, fullName: 'Bench', lang: 'vi' as const, organizationId }
  const actor = await actorOf(await makePerson(db(), { ...who, fromDay: addDays(today, -9), passwordHash: 'none' }))
  if (!actor) throw new Error('the person was just made')
  people.push(actor)
}

interface Draft {
  id: string
  actor: Ctx['actor']
  name: string
}

/** Complete drafts, each of a project of its own name on one plot, spread over the organisations. */
async function makeDrafts(count: number): Promise<Draft[]> {
  const drafts = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    actor: people[at % people.length] as Ctx['actor'],
    name: createHash('sha256').update(randomUUID()).digest('base64url'),
  }))
  const at = new Date().toISOString()
  await insertRows(
    db(),
    'Interest',
    drafts.map(({ id, actor, name }) => ({
      id,
      organizationId: actor.organizations[0]?.id,
      zoneId: zone.id,
      role: 'tenant',
      createdById: actor.personId,
      state: 'draft',
      formVersion: INTEREST_FORM_VERSION,
      form: makeForm(today, { projectName: name }),
      version: 1,
      createdAt: at,
      updatedAt: at,
    })),
  )
  await insertRows(
    db(),
    'InterestPlot',
    drafts.map(({ id }) => ({ interestId: id, plotId: plotIds[Math.floor(Math.random() * plotIds.length)] })),
  )
  await insertRows(
    db(),
    'Document',
    drafts.map(({ id }) => ({
      id: randomUUID(),
      interestId: id,
      kind: 'project_proposal',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 1000,
      sha256: 'a'.repeat(64),
      storageKey: `bench/${id}`,
      visibility: 'parties',
      createdAt: at,
    })),
  )
  return drafts
}

let failed = 0
async function ours({ id, actor, name }: Draft): Promise<void> {
  const form = makeForm(today, { projectName: name })
  const verdict = await submitInterest({ actor, now: new Date() }, { interestId: id, version: 1, form })
  if (!verdict.ok) failed += 1
}

/** The rows a submission leaves behind, in one transaction, by plain statements: no question, no rule, no chain. */
let bareNumber = 0
async function bare({ id, actor, name }: Draft): Promise<void> {
  bareNumber += 1
  const position = -bareNumber
  const number = `BARE${position}`
  const now = new Date()
  const caseId = randomUUID()
  const client = await database().pool.connect()
  const hash = createHash('sha256').update(number).digest('hex')
  try {
    await client.query('BEGIN')
    await client.query(
      `UPDATE "Interest" SET state = 'submitted', "submittedAt" = $2, form = $3, version = version + 1 WHERE id = $1`,
      [id, now, JSON.stringify(makeForm(today, { projectName: name }))],
    )
    await client.query(
      `INSERT INTO "CaseFile" (id, number, "interestId", "organizationId", "zoneId", state, "submittedAt", "intakeDueDay", "createdAt")
       VALUES ($1, $2, $3, $4, $6, 'closed', $5::timestamptz, ($5::timestamptz)::date, $5::timestamptz)`,
      [caseId, number, id, actor.organizations[0]?.id, now, zone.id],
    )
    await client.query(
      `INSERT INTO "Receipt" (number, position, "caseId", "submittedAt", "payloadDigest", "previousHash", hash)
       VALUES ($1, $2, $3, $4, $5, $5, $5)`,
      [number, position, caseId, now, hash],
    )
    await client.query(`UPDATE "Document" SET "caseId" = $2 WHERE "interestId" = $1`, [id, caseId])
    const audit = await client.query<{ id: string }>(
      `INSERT INTO "AuditEntry" (at, "actorId", "actorRole", act, "subjectKind", "subjectId", "caseId", digest)
       VALUES ($1, $2, 'investor', 'case.submit', 'case', $3, $4, $5) RETURNING id`,
      [now, actor.personId, caseId, caseId, hash],
    )
    await client.query(`INSERT INTO "AuditDetail" ("auditId", "actorName", body) VALUES ($1, $2, $3)`, [
      audit.rows[0]?.id,
      actor.fullName,
      JSON.stringify({ number, hash }),
    ])
    await client.query(
      `INSERT INTO "Outbox" (id, kind, "toEmail", lang, subject, text, "caseId", "notBefore", "createdAt")
       VALUES ($1, 'bench', 'a@example.test', 'vi', $2, $3, $4, $5, $5)`,
      [randomUUID(), number, 'x'.repeat(600), caseId, new Date(now.getTime() + 9e9)],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** How many a second are done by so many clients, each with the next as soon as its last is done. */
async function perSecond(work: (draft: Draft) => Promise<void>, clients: number, drafts: Draft[]): Promise<number> {
  const until = performance.now() + SECONDS * 1000
  let next = 0
  const begun = performance.now()
  const client = async () => {
    while (performance.now() < until) {
      const draft = drafts[next]
      next += 1
      if (!draft) return
      await work(draft)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (Math.min(next, drafts.length) * 1000) / (performance.now() - begun)
}

const rates: SubmitTook['rates'] = []
const stock = () => makeDrafts(Math.ceil(DRAFTS_PER_SECOND * SECONDS))
await perSecond(ours, 8, await makeDrafts(100))
for (const clients of CLIENTS) {
  const theirs = await perSecond(bare, clients, await stock())
  rates.push({ clients, ours: await perSecond(ours, clients, await stock()), bare: theirs })
}

// The chain of it all as the public page reads it: first, and again.
await database().pool.query('ALTER TABLE "Receipt" DISABLE TRIGGER USER')
await database().pool.query('DELETE FROM "Receipt" WHERE position < 0')
const last = await db().receipt.findFirstOrThrow({ orderBy: { position: 'desc' } })
let begun = performance.now()
const { valid } = await chainUpTo(last)
const firstReadMs = performance.now() - begun
begun = performance.now()
const READS = 200
for (let read = 0; read < READS; read += 1) await chainUpTo(last)
const laterReadMs = (performance.now() - begun) / READS
// Mail that was just queued is still being looked at: the process ends with it.
const took: SubmitTook = {
  rates,
  failed,
  receipts: last.position,
  chainValid: valid,
  firstReadMs,
  laterReadMs,
  recheckMinutes: RECHECK_MS / 60_000,
}
console.log(JSON.stringify(took))
process.exit(0)
