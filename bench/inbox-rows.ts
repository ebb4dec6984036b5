// An office of any size, made by statements: cases with clocks, plots, officers and a record ten times as long.
import type { Database } from '../app/infra/db.server'

/** Cases of 100: half are open, in every stage, one in ten of them paused; the rest have ended. */
const STATE = `CASE
  WHEN n % 2 = 1 THEN (ARRAY['refused', 'returned', 'withdrawn', 'closed', 'dossier_refused'])[1 + n / 2 % 5]
  ELSE (ARRAY['submitted', 'received', 'in_check', 'in_assessment', 'in_assessment', 'in_consultation', 'in_review',
    'awaiting_decision', 'awaiting_supplement', 'in_fulfilment'])[1 + n / 2 % 10] END`

/** Two cases to a plot; joined by numbers known beforehand, so that the joins are hashed. */
const statements = (cases: number, plots = Math.ceil(cases / 2)): string[] => [
  `INSERT INTO "Organization" (id, kind, name, country, "registrationNumber", illustrative)
   SELECT gen_random_uuid(), 'foreign', 'Công ty số ' || n, 'CN', 'BENCH-' || n, true FROM generate_series(1, 400) n`,
  `INSERT INTO "Plot" (id, code, "zoneId", "areaM2", readiness, commercial, publication, "updatedAt")
   SELECT gen_random_uuid(), 'BENCH-' || n, z.id, 20000 + n % 5000, 'planned', 'offered', 'draft', now()
   FROM generate_series(1, ${plots}) n
   JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS at, count(*) OVER () AS zones FROM "Zone") z ON z.at = n % z.zones`,
  `CREATE TEMP TABLE made AS
   SELECT n, gen_random_uuid() AS "caseId", gen_random_uuid() AS "interestId", gen_random_uuid() AS "clockId", o.id AS "organizationId",
     o.name AS organization, p.id AS "plotId", p.code AS plot, p."zoneId", ${STATE} AS state,
     DATE '2026-11-02' + n / 2 % 24 AS day, (SELECT array_agg(id ORDER BY id) FROM "Person" WHERE "fullName" LIKE 'Officer %') AS officers
   FROM generate_series(1, ${cases}) n
   JOIN (SELECT id, name, row_number() OVER (ORDER BY id) - 1 AS at FROM "Organization") o ON o.at = n % 400
   JOIN (SELECT id, code, "zoneId", row_number() OVER (ORDER BY id) - 1 AS at FROM "Plot" WHERE code LIKE 'BENCH-%') p ON p.at = n % ${plots}`,
  `INSERT INTO "Interest" (id, "organizationId", "zoneId", "createdById", state, form, "updatedAt")
   SELECT "interestId", "organizationId", "zoneId", officers[1], 'submitted',
     '{"projectName": "Nhà máy ván ép xuất khẩu", "sector": "wood_furniture", "areaM2": 40000}', now() FROM made`,
  `INSERT INTO "InterestPlot" ("interestId", "plotId") SELECT "interestId", "plotId" FROM made`,
  `INSERT INTO "CaseFile" (id, number, "interestId", "organizationId", "zoneId", state, "resumeState", "officerId", "divisionKey", "searchText",
     "submittedAt", "intakeDueDay", "receivedDay")
   SELECT "caseId", 'CM-2026-' || lpad(n::text, 6, '0'), "interestId", "organizationId", "zoneId", state,
     CASE WHEN state IN ('awaiting_supplement', 'in_consultation') THEN 'in_assessment' END,
     CASE WHEN state IN ('submitted', 'received') THEN NULL ELSE officers[1 + n / 20 % 20] END,
     (ARRAY['parks', 'clusters'])[1 + n / 20 % 2], lower(unaccent('CM-2026-' || lpad(n::text, 6, '0') || ' ' || organization || ' ' || plot)),
     day + TIME '02:00', day + 1, CASE WHEN state NOT IN ('submitted', 'dossier_refused') THEN day END FROM made`,
  `INSERT INTO "Clock" (id, "caseId", rule, unit, "limit", "startDay")
   SELECT "clockId", "caseId", 'CM-01', 'working_day', 14, day FROM made WHERE state NOT IN ('submitted', 'dossier_refused')`,
  `INSERT INTO "ClockSegment" (id, "clockId", position, "fromDay", "toDay", holder, reason, counts)
   SELECT gen_random_uuid(), "clockId", 0, day, CASE
     WHEN state = 'awaiting_supplement' THEN day + 2
     WHEN state IN ('in_fulfilment', 'refused', 'returned', 'withdrawn', 'closed') THEN day + 10 END, 'officer', 'assigned', true
   FROM made WHERE state NOT IN ('submitted', 'dossier_refused')`,
  `INSERT INTO "ClockSegment" (id, "clockId", position, "fromDay", holder, reason, counts)
   SELECT gen_random_uuid(), "clockId", 1, day + 2, 'applicant', 'supplement', false FROM made WHERE state = 'awaiting_supplement'`,
  // The record and its chain, so that nothing is left to seal while the inbox is measured.
  `INSERT INTO "AuditEntry" (at, "actorId", "actorRole", act, "subjectKind", "subjectId", "caseId", digest)
   SELECT day + TIME '03:00' + k * INTERVAL '1 hour', officers[1 + n % 20], 'officer', 'case.note', 'case', "caseId"::text, "caseId", repeat('0', 64)
   FROM made, generate_series(1, 10) k`,
  `INSERT INTO "AuditDetail" ("auditId", "actorName", body) SELECT id, 'Officer', '{"text": "x"}' FROM "AuditEntry" WHERE act = 'case.note'`,
  `INSERT INTO "AuditSeal" (position, "auditId", "previousHash", hash)
   SELECT row_number() OVER (ORDER BY id) + (SELECT coalesce(max(position), 0) FROM "AuditSeal"), id, repeat('0', 64), repeat('0', 64)
   FROM "AuditEntry" e WHERE NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."auditId" = e.id)`,
  `DROP TABLE made`,
  `INSERT INTO "OfficeSetting" (key, value, "updatedAt") SELECT 'dueDays.calendarEdition', to_jsonb(max(id)), now() FROM "CalendarEdition"
   ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
]

/** Fills a database that has its reference data and officers named "Officer N". */
export async function fillOffice(database: Database, cases: number): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('SET statement_timeout = 0')
    for (const statement of statements(cases)) await client.query(statement)
    await client.query('VACUUM ANALYZE')
  } finally {
    client.release()
  }
}
