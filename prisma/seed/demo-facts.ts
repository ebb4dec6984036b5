// Facts for the demo that were confirmed, changed and forgotten, made by the commands themselves at past days, so that
// each has its history, its owner asked, and a plot that left publication.
import { createHash, randomUUID } from 'node:crypto'
import { changeFact, type FactChange } from '../../app/commands/land/change-fact.server'
import type { FactSubject } from '../../app/domain/land/fact'
import { addDays, type Day, dayInVietnam, dayToDate } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { keepBytes } from '../../app/infra/files.server'
import { tendFacts } from '../../app/jobs/stale-facts'
import { demoActor } from './demo-actor'
import { aPdf } from './factories'

const SOURCE = 'minh hoạ: văn bản của chủ đầu tư'

interface Said {
  who: string
  subject: FactSubject
  code: string
  key: string
  value: string
  /** Days before today on which it was said, and for how many days it was answered for. */
  ago: number
  holds: number
}

/** Oldest first: what is said later takes the place of what was said before. */
const SAID: Said[] = [
  {
    who: 'developer.huulung',
    subject: 'zone',
    code: 'LS-IP-VSIP',
    key: 'contact',
    value: 'Phòng kinh doanh (minh hoạ), 0205 000 0001',
    ago: 50,
    holds: 365,
  },
  {
    who: 'developer.huulung',
    subject: 'zone',
    code: 'LS-IP-VSIP',
    key: 'contact',
    value: 'Phòng xúc tiến (minh hoạ), 0205 000 0002',
    ago: 20,
    holds: 365,
  },
  {
    who: 'developer.huulung',
    subject: 'zone',
    code: 'LS-IP-VSIP',
    key: 'fill_rate_pct',
    value: '0',
    ago: 45,
    holds: 180,
  },
  {
    who: 'officer',
    subject: 'zone',
    code: 'LS-IP-DONGBANH',
    key: 'contact',
    value: 'Tổ công tác khu công nghiệp (minh hoạ), 0205 000 0003',
    ago: 58,
    holds: 50,
  },
  { who: 'officer', subject: 'zone', code: 'LS-CC-HOSON1', key: 'enterprises', value: '0', ago: 40, holds: 180 },
  {
    who: 'developer.huulung',
    subject: 'plot',
    code: 'HL-A1',
    key: 'price_usd_per_m2',
    value: '92',
    ago: 25,
    holds: 60,
  },
  {
    who: 'developer.huulung',
    subject: 'plot',
    code: 'HL-A1',
    key: 'price_usd_per_m2',
    value: '95',
    ago: 10,
    holds: 90,
  },
  {
    who: 'developer.huulung',
    subject: 'plot',
    code: 'HL-A1',
    key: 'contact',
    value: 'Nguyễn Quốc Bảo (minh hoạ), 0205 000 0004',
    ago: 10,
    holds: 365,
  },
  {
    who: 'developer.huulung',
    subject: 'plot',
    code: 'HL-A2',
    key: 'capacity_note',
    value: 'Đấu nối điện từ trạm phía bắc, xin đăng ký trước 6 tháng (minh hoạ).',
    ago: 12,
    holds: 180,
  },
]

/** Days past their last confirmed day: one plot whose grace period ends the day after tomorrow, one that leaves today. */
const RUN_OUT: { zone: string; daysAgo: number }[] = [
  { zone: 'LS-CC-MINHSON', daysAgo: 29 },
  { zone: 'LS-CC-DINHLAP', daysAgo: 31 },
]

/** Plots with evidence of the rung they stand on: anybody reads the first two, the third only who keeps the land. */
const EVIDENCE: { code: string; visibility: 'public' | 'parties' }[] = [
  { code: 'HL-A1', visibility: 'public' },
  { code: 'HL-A2', visibility: 'public' },
  { code: 'HL-A3', visibility: 'parties' },
]

/** Loads the demo's facts once; needs the demo's plots and accounts. */
export async function loadDemoFacts(now: Date): Promise<void> {
  if ((await db().fact.count({ where: { zoneId: { not: null } } })) > 0) return
  const today = dayInVietnam(now)
  for (const said of SAID) await say(said, today)
  for (const evidence of EVIDENCE) await addEvidence(evidence.code, evidence.visibility, now)
  for (const { zone, daysAgo } of RUN_OUT) {
    const price = await db().fact.findFirst({
      where: { key: 'price_usd_per_m2', supersededAt: null, plot: { zone: { code: zone }, holds: { none: {} } } },
      orderBy: { plot: { code: 'desc' } },
    })
    if (!price) continue
    await db().fact.update({
      where: { id: price.id },
      data: { confirmedUntil: dayToDate(addDays(today, -daysAgo)) },
    })
  }
  await tendFacts(now)
}

async function say({ who, ago, holds, ...said }: Said, today: Day): Promise<void> {
  const day = addDays(today, -ago)
  const of = said.subject === 'plot' ? { plot: { code: said.code } } : { zone: { code: said.code } }
  const inForce = await db().fact.findFirst({ where: { ...of, key: said.key, supersededAt: null } })
  const change: FactChange = {
    ...said,
    source: SOURCE,
    confirmedUntil: addDays(day, holds),
    seenId: inForce?.id ?? null,
  }
  const verdict = await changeFact(await demoActor(who, day), change)
  if (!verdict.ok) throw new Error(`demo fact refused: ${verdict.refusal.code}`)
  await db().fact.updateMany({ where: { ...of, key: said.key, supersededAt: null }, data: { illustrative: true } })
}

async function addEvidence(code: string, visibility: string, now: Date): Promise<void> {
  const plot = await db().plot.findUniqueOrThrow({ where: { code } })
  const record = await db().readinessRecord.findFirst({
    where: { plotId: plot.id, rung: plot.readiness, supersededAt: null },
  })
  if (!record) return
  const bytes = aPdf(`Minh hoa / illustrative: evidence for plot ${code}`)
  const storageKey = `plots/${plot.id}/${randomUUID()}`
  await keepBytes(storageKey, bytes)
  const document = await db().document.create({
    data: {
      plotId: plot.id,
      kind: 'readiness_evidence',
      fileName: `Can-cu-${code}-minh-hoa.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey,
      visibility,
      createdAt: now,
    },
  })
  await db().readinessRecord.update({ where: { id: record.id }, data: { evidenceId: document.id } })
}
