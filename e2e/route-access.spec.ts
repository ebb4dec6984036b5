// Every address × every role, as the table says; an address without a row fails.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { openSession, query, test } from './fixtures'
import { addresses, PERSONAS, type Persona } from './route-access'

type Row = Record<Persona, number>
const table = JSON.parse(readFileSync('e2e/route-access.json', 'utf8')) as Record<string, string>
const names = Object.keys(PERSONAS) as Persona[]
const rowOf = (line: string): Row =>
  Object.fromEntries(line.split(' ').map((status, index) => [names[index], Number(status)])) as Row

/** The case of the owner that everybody tries: it awaits a supplement, the officer is in charge of it. */
const CASE = 'CM-2026-000005'
const RUN = 'owner-run'

async function parameters(): Promise<Record<string, string>> {
  const one = async (sql: string, ...values: unknown[]) =>
    (await query<{ id: string }>(sql, ...values))[0]?.id ?? 'none'
  const ofCase = (table: string) =>
    one(`SELECT d.id FROM "${table}" d JOIN "CaseFile" c ON c.id = d."caseId" WHERE c.number = $1 LIMIT 1`, CASE)
  const draft = await one(
    `INSERT INTO "Interest" (id, "organizationId", "zoneId", "createdById", form, "updatedAt")
     SELECT gen_random_uuid(), i."organizationId", i."zoneId", i."createdById", '{}', now()
     FROM "Interest" i JOIN "CaseFile" c ON c."interestId" = i.id WHERE c.number = $1 RETURNING id`,
    CASE,
  )
  const need = await one(
    `INSERT INTO "Need" (id, "organizationId", "createdById", name, body, "unsubscribeToken")
     SELECT gen_random_uuid(), i."organizationId", i."createdById", 'x', '{"sector": "mechanical", "areaMinM2": 10000}',
       gen_random_uuid()::text
     FROM "Interest" i JOIN "CaseFile" c ON c."interestId" = i.id WHERE c.number = $1 RETURNING id`,
    CASE,
  )
  await query(
    `INSERT INTO "MatchRun" (id, code, "organizationId", "createdById", need, "ruleVersion", "dataVersion", day, answer, digest)
     SELECT gen_random_uuid(), $2, "organizationId", "createdById", body, '1', '1', '2026-11-23',
       '{"dataVersion": "1", "ruleVersion": "1", "feasibleCount": 0, "results": [], "excluded": [], "relaxations": []}', '0'
     FROM "Need" WHERE id = $1 ON CONFLICT DO NOTHING`,
    need,
    RUN,
  )
  await query(
    `INSERT INTO "Enquiry" (id, number, kind, name, email, lang, message)
     VALUES (gen_random_uuid(), 'HD-2026-999999', 'question', 'A', 'a@example.test', 'vi', 'x') ON CONFLICT DO NOTHING`,
  )
  const upload = await one(
    `INSERT INTO "Upload" (id, "interestId", kind, "fileName", "sizeBytes", "uploadedById", "heardAt")
     SELECT gen_random_uuid(), id, 'other', 'a.pdf', 10, "createdById", now() FROM "Interest" WHERE id = $1::uuid
     RETURNING id`,
    draft,
  )
  const rung = await one(
    `SELECT r.id FROM "ReadinessRecord" r JOIN "Plot" p ON p.id = r."plotId"
     WHERE p.code = 'HL-A1' AND r."supersededAt" IS NULL ORDER BY r."reachedOn" LIMIT 1`,
  )
  return {
    'tiles/:z/:x/:file': 'tiles/12/3258/1793.mvt',
    'sitemaps/:part': 'sitemaps/1.xml',
    'zones/:code': 'zones/LS-IP-VSIP',
    'capacity/:nodeId': `capacity/${await one(
      `SELECT n.id FROM "UtilityNode" n JOIN "Zone" z ON z.id = n."zoneId" WHERE z.code = 'LS-IP-VSIP' LIMIT 1`,
    )}`,
    'plots/:code': 'plots/HL-A1',
    'procedures/:code': 'procedures/INV-21',
    'receipts/:number': `receipts/${CASE}`,
    'cases/:number': `cases/${CASE}`,
    'preview/:action': 'preview/receive',
    'requests/:id': `requests/${await one(
      `SELECT r.id FROM "DeveloperRequest" r JOIN "Zone" z ON z.id = r."zoneId"
       WHERE z.code = 'LS-IP-VSIP' AND r.state = 'asked' ORDER BY r."askedAt" LIMIT 1`,
    )}`,
    'enquiries/:number': 'enquiries/HD-2026-999999',
    'verify/:code?': 'verify',
    'readiness/:recordId': `readiness/${rung}`,
    ':token': 'no-such-token',
    'divisions/:key': 'divisions/parks',
    'delegations/:id': 'delegations/00000000-0000-0000-0000-000000000000',
    'absences/:id': 'absences/00000000-0000-0000-0000-000000000000',
    'filters/:id': 'filters/00000000-0000-0000-0000-000000000000',
    'needs/:id': `needs/${need}`,
    'notices/:id': `notices/${await one(
      `SELECT n.id FROM "Notice" n JOIN "Person" p ON p.id = n."personId" WHERE p.email LIKE 'investor.vn@%' LIMIT 1`,
    )}`,
    'mail/:id': 'mail/00000000-0000-0000-0000-000000000000',
    'organization/:id': `organization/${await one(
      `SELECT c."organizationId" AS id FROM "CaseFile" c WHERE c.number = $1`,
      CASE,
    )}`,
    'members/:membershipId': `members/${await one(
      `SELECT m.id FROM "Membership" m JOIN "Person" p ON p.id = m."personId" WHERE p.email LIKE 'investor.vn@%'`,
    )}`,
    'invitations/:invitationId': 'invitations/00000000-0000-0000-0000-000000000000',
    'runs/:code': `runs/${RUN}`,
    'conditions/:conditionId': 'conditions/00000000-0000-0000-0000-000000000000',
    'consultations/:id': 'consultations/00000000-0000-0000-0000-000000000000',
    'duplicates/:id': 'duplicates/00000000-0000-0000-0000-000000000000',
    'documents/:documentId': 'documents/00000000-0000-0000-0000-000000000000',
    'interests/:id': `interests/${draft}`,
    'uploads/:uploadId': `uploads/${upload}`,
    'people/:id': `people/${await one(`SELECT id FROM "Person" WHERE email LIKE 'officer2@%'`)}`,
    'roles/:grantId': `roles/${await one(
      `SELECT g.id FROM "RoleGrant" g JOIN "Person" p ON p.id = g."personId" WHERE p.email LIKE 'officer2@%'`,
    )}`,
    'figures/:id': `figures/${await one('SELECT id FROM "PublishedFigure" WHERE "supersededAt" IS NULL LIMIT 1')}`,
    'steps/:id': `steps/${await one(`SELECT id FROM "RoadmapStep" WHERE "agencyKey" = 'land' LIMIT 1`)}`,
    'files/:id': `files/${await ofCase('Document')}`,
    'letters/:id': `letters/${await ofCase('Letter')}`,
    'imports/:number': 'imports/NH-2026-999999',
    ':format': 'xlsx',
    'jobs/:id': 'jobs/00000000-0000-0000-0000-000000000000',
    '/*': '/no-such-page',
    ':lang': 'vi',
  }
}

/**
 * Forms that are in order but for a version nobody has: who may act is told of the conflict, a stranger that there is
 * no such row. Elsewhere an empty form is sent.
 */
const STALE = '999'
const FORMS: Record<string, Record<string, string>> = {
  '/:lang/my/interests/:id': { version: STALE },
  '/:lang/my/interests/:id/autosave': { version: STALE },
  '/:lang/my/interests/:id/submit': { version: STALE },
  '/:lang/my/cases/:number/supplement': { version: STALE, answer: 'x' },
  '/:lang/my/cases/:number/hold': { version: STALE },
  '/:lang/my/cases/:number/withdraw': { version: STALE, sure: 'yes' },
  '/:lang/office/cases/:number/receive': { version: STALE },
  '/:lang/office/cases/:number/close': { version: STALE, seenConditions: '' },
  '/:lang/office/cases/:number/decide': { version: STALE },
  '/:lang/office/cases/:number/review': { version: STALE, verdict: 'accepted' },
  '/:lang/office/cases/:number/recommend': { version: STALE, outcome: 'approve', text: 'x' },
}

const fillIn = (path: string, known: Record<string, string>): string =>
  Object.entries(known).reduce((address, [name, value]) => address.replace(name, value), path)

/** Until the demo is there to its last consent. */
const demoMade = () =>
  expect
    .poll(async () => (await query(`SELECT 1 FROM "DeveloperRequest" WHERE state = 'offered'`)).length, {
      timeout: 120_000,
    })
    .toBeGreaterThan(0)

/** Asked bare, without a jar: a cookie that an answer sets must not speak for the next persona. */
async function ask(
  base: string | undefined,
  { method, url, form }: { method: string; url: string; form: Record<string, string> },
  cookie: string | null,
): Promise<number> {
  const headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' }
  if (cookie) headers.Cookie = `cm_session=${cookie}`
  const body = method === 'POST' ? new URLSearchParams(form) : undefined
  const answer = await fetch(new URL(url, base), { method, headers, body, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}

test('every address answers every role as the table says', async ({ baseURL }) => {
  test.setTimeout(1_500_000)
  await demoMade()
  const known = await parameters()
  const seen: Record<string, string> = {}
  const cookieOf = async (name: Persona): Promise<string | null> => {
    const account = PERSONAS[name]
    return account ? openSession(`${account}@demo.cotmoc.test`) : null
  }
  const readers = await Promise.all(names.map(cookieOf))
  for (const { path, takesForms } of addresses()) {
    const url = fillIn(path, known)
    const form = FORMS[path] ?? {}
    // Who reads changes nothing: all of them at once.
    const read = await Promise.all(readers.map((cookie) => ask(baseURL, { method: 'GET', url, form }, cookie)))
    seen[`GET ${path}`] = read.join(' ')
    if (!takesForms) continue
    const sent: number[] = []
    for (const name of names) {
      // What ends a session ends it for the whole column: each form gets sessions of its own.
      sent.push(await ask(baseURL, { method: 'POST', url, form }, await cookieOf(name)))
      await query('DELETE FROM rate_limit')
    }
    seen[`POST ${path}`] = sent.join(' ')
  }
  if (process.env.ROUTE_ACCESS_SEEN)
    (await import('node:fs')).writeFileSync(process.env.ROUTE_ACCESS_SEEN, JSON.stringify(seen, null, 2))
  expect(Object.keys(table).sort(), 'an address without a row, or a row without an address').toEqual(
    Object.keys(seen).sort(),
  )
  for (const [address, line] of Object.entries(seen)) expect(rowOf(line), address).toEqual(rowOf(table[address] ?? ''))
})

/** People who may see nothing of the owner's case: whose time is over, or who belong elsewhere. */
const OVER = ['gone.member', 'gone.agent'] as const
const NOBODYS = [null, ...OVER, 'investor.cn', 'developer.huulung'] as const
/** Addresses of one case, its papers and its draft; a receipt proves order to everybody, without names. */
const OF_A_CASE = /\/(cases\/:number|files\/:id|letters\/:id|interests\/:id|organization\/:id|requests\/:id)/

/** The demo is made after the server answers: until its last case waits in the line. */
const demoLoaded = () =>
  expect.poll(async () => (await query('SELECT 1 FROM "WaitingEntry"')).length, { timeout: 240_000 }).toBeGreaterThan(0)

async function addPeople(): Promise<void> {
  for (const name of OVER) {
    await query(
      `WITH person AS (
         INSERT INTO "Person" (id, email, "fullName", "emailConfirmedAt") VALUES (gen_random_uuid(), $1, $2, now())
         ON CONFLICT (email) DO UPDATE SET "fullName" = excluded."fullName" RETURNING id)
       INSERT INTO "Membership" (id, "personId", "organizationId", role, "fromDay", "untilDay", "mandateScope", "mandateDocumentId")
       SELECT gen_random_uuid(), person.id, c."organizationId", $3, '2026-10-01', '2026-11-20', 'x',
         CASE WHEN $3 = 'agent' THEN (SELECT d.id FROM "Document" d WHERE d."caseId" = c.id LIMIT 1) END
       FROM person, "CaseFile" c WHERE c.number = $4`,
      `${name}@demo.cotmoc.test`,
      name,
      name === 'gone.agent' ? 'agent' : 'owner',
      CASE,
    )
  }
}

test('a case is shut to strangers, past members, expired mandates and past links, on every address and file', async ({
  baseURL,
}) => {
  test.setTimeout(600_000)
  await demoLoaded()
  await demoMade()
  const known = await parameters()
  await addPeople()
  const [request = { id: '' }] = await query<{ id: string }>(
    `SELECT d.id FROM "DeveloperRequest" d JOIN "CaseFile" c ON c.id = d."caseId" WHERE c.number = $1`,
    CASE,
  )
  known['requests/:id'] = `requests/${request.id}`
  const asked = addresses().filter(({ path }) => OF_A_CASE.test(path))
  expect(asked.length).toBeGreaterThan(60)
  for (const name of NOBODYS) {
    const cookie = name ? await openSession(`${name}@demo.cotmoc.test`) : null
    for (const { path, takesForms } of asked) {
      for (const method of takesForms ? ['GET', 'POST'] : ['GET']) {
        // Everybody is answered the same, the owner too: no page, but a way to one.
        if (new Set((table[`${method} ${path}`] ?? '').split(' ')).size === 1) continue
        const status = await ask(baseURL, { method, url: fillIn(path, known), form: FORMS[path] ?? {} }, cookie)
        // A form that says nothing is refused before any row is looked for.
        const empty = method === 'POST' && FORMS[path] === undefined ? [422] : []
        const shut = [...empty, ...(name === null && method === 'GET' ? [303, 404] : [401, 403, 404])]
        expect(shut, `${method} ${path} for ${name ?? 'a visitor'}: ${status}`).toContain(status)
      }
    }
  }
  // A question of a case that is not in consultation any more: its link opens neither the page nor the file it showed.
  const token = 'a-link-of-the-past'
  await query(
    `INSERT INTO "Consultation" (id, "caseId", "agencyName", "contactName", email, question, silence, "documentIds",
       "askedById", "askedAt", "dueDay", "tokenHashes")
     SELECT gen_random_uuid(), c.id, 'x', 'x', 'x@example.test', 'x', 'no_answer',
       ARRAY(SELECT d.id FROM "Document" d WHERE d."caseId" = c.id), c."officerId", now(), '2026-12-31', ARRAY[$2]
     FROM "CaseFile" c WHERE c.number = $1`,
    CASE,
    createHash('sha256').update(token).digest('hex'),
  )
  for (const [method, url] of [
    ['GET', `vi/consultations/${token}`],
    ['POST', `vi/consultations/${token}`],
    ['GET', `vi/consultations/${token}/${known['files/:id']}`],
  ] as const) {
    const form = { opinion: 'agree', answer: 'x', answeredByName: 'x' }
    expect(await ask(baseURL, { method, url: `/${url}`, form }, null), `${method} ${url}`).toBe(404)
  }
})

test('no address a zone developer can open names an investor who has not agreed', async ({ playwright, baseURL }) => {
  test.setTimeout(600_000)
  await demoLoaded()
  await demoMade()
  const known = await parameters()
  const ofDemo = `"organizationId" IN (SELECT id FROM "Organization" WHERE illustrative)`
  const consent = await query<{ id: string; consentScope: string }>(
    `SELECT id, "consentScope" FROM "Interest" WHERE ${ofDemo}`,
  )
  await query(`UPDATE "Interest" SET "consentScope" = 'none' WHERE ${ofDemo}`)
  const rows = await query<Record<string, string | null>>(
    `SELECT o.name, o."taxCode", o."registrationNumber", i.form->>'contactName' AS "contactName",
       i.form->>'contactPhone' AS "contactPhone", i.form->>'contactEmail' AS "contactEmail", p."fullName", p.email
     FROM "CaseFile" c JOIN "Interest" i ON i.id = c."interestId" JOIN "Organization" o ON o.id = c."organizationId"
     JOIN "Membership" m ON m."organizationId" = o.id JOIN "Person" p ON p.id = m."personId" WHERE o.illustrative`,
  )
  const secrets = [...new Set(rows.flatMap((row) => Object.values(row)))].filter((text) => text !== null && text !== '')
  expect(secrets.length).toBeGreaterThan(8)
  const jar = await playwright.request.newContext({ baseURL })
  try {
    for (const name of ['developer.huulung', 'developer.hoason1']) {
      const Cookie = `cm_session=${await openSession(`${name}@demo.cotmoc.test`)}`
      const requests = await query<{ id: string }>('SELECT id FROM "DeveloperRequest"')
      const urls = addresses().flatMap(({ path }) =>
        path.includes('/desk/requests/:id')
          ? requests.map(({ id }) => fillIn(path.replace('requests/:id', `requests/${id}`), known))
          : [fillIn(path, known)],
      )
      let read = 0
      // What ends the session, and what the demo alone has, are no pages of a developer's.
      for (const url of urls.filter((one) => !/sign-out|demo\/mail|\/tiles\//.test(one))) {
        const answer = await jar.get(url, { headers: { Cookie }, maxRedirects: 0 })
        if (answer.status() !== 200) continue
        read += 1
        const text = (await answer.body()).toString('utf8')
        expect(
          secrets.filter((secret) => text.includes(String(secret))),
          `${url} for ${name}`,
        ).toEqual([])
      }
      expect(read).toBeGreaterThan(60)
    }
  } finally {
    await jar.dispose()
    for (const { id, consentScope } of consent) {
      await query(`UPDATE "Interest" SET "consentScope" = $2 WHERE id = $1::uuid`, id, consentScope)
    }
  }
})
