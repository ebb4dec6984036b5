// Cases in every stage for the demo, made by the commands themselves at past working days, so that each has its
// clock, letters, mail and history.
import { approveCase } from '../../app/commands/case/approve-case.server'
import { assignCase } from '../../app/commands/case/assign-case.server'
import { declineCase } from '../../app/commands/case/decline-case.server'
import { escalateSilence } from '../../app/commands/case/escalate-silence.server'
import { passCheck } from '../../app/commands/case/pass-check.server'
import { receiveCase } from '../../app/commands/case/receive-case.server'
import { recommendCase } from '../../app/commands/case/recommend-case.server'
import { reviewRecommendation } from '../../app/commands/case/review-recommendation.server'
import { reuseDocuments } from '../../app/commands/interest/reuse-documents.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import type { InterestForm } from '../../app/domain/interest/form'
import { SYSTEM } from '../../app/domain/party/permission'
import { addDays, type Day, dayToDate, toDay } from '../../app/domain/time/day'
import { isWorkingDay } from '../../app/domain/time/deadline'
import { db } from '../../app/infra/db.server'
import { calendar } from '../../app/infra/reference.server'
import { demoActor, demoDraft } from './demo-actor'
import { conditionsOf, reviewOf, showCondition } from './demo-conditions'
import { answerWithVersion, ask, askTwice, keptPapers, must, presentPapers, triageOf, versionOf } from './demo-dossier'
import { loadDemoSigning } from './demo-signing'
import { demoEmail, makeForm } from './factories'

type Stage =
  | 'submitted'
  | 'received'
  | 'in_check'
  | 'awaiting_supplement'
  | 'in_assessment'
  | 'in_review'
  | 'awaiting_decision'
  | 'approved'
  | 'refused'

interface DemoCase {
  who: 'investor.vn' | 'investor.cn'
  zone: string
  /** Which of the zone's offered plots, counted from the largest readiness. */
  plot: number
  /** Working days before today. */
  ago: number
  officer: 'officer' | 'officer2'
  stage: Stage
  form: Partial<InterestForm>
}

const ELECTRONICS: Partial<InterestForm> = {
  projectName: '电子元件工厂',
  summary: '生产电子连接器与线束，产品出口。',
  sector: 'electronics',
  capitalAmount: '18500000',
  capitalCurrency: 'USD',
  contactName: '李文',
  contactEmail: demoEmail('investor.cn'),
}
const STAR_ANISE: Partial<InterestForm> = {
  projectName: 'Nhà máy tinh dầu hồi',
  summary: 'Chưng cất tinh dầu hồi và chế biến quế, hồi xuất khẩu.',
  sector: 'agro_forestry_food',
  capitalAmount: '96000000000',
}
const MECHANICAL: Partial<InterestForm> = {
  projectName: 'Xưởng cơ khí chính xác',
  summary: 'Gia công chi tiết máy cho ngành ô tô, xe máy.',
  sector: 'mechanical',
  capitalAmount: '150000000000',
}

/** Oldest first: receipts are numbered in the order of submission. */
const CASES: DemoCase[] = [
  { who: 'investor.vn', zone: 'LS-IP-VSIP', plot: 0, ago: 20, officer: 'officer', stage: 'approved', form: {} },
  {
    who: 'investor.cn',
    zone: 'LS-CC-MINHSON',
    plot: 0,
    ago: 19,
    officer: 'officer2',
    stage: 'refused',
    form: ELECTRONICS,
  },
  {
    who: 'investor.cn',
    zone: 'LS-IP-VSIP',
    plot: 1,
    ago: 12,
    officer: 'officer',
    stage: 'awaiting_decision',
    form: ELECTRONICS,
  },
  {
    who: 'investor.vn',
    zone: 'LS-CC-HOSON1',
    plot: 0,
    ago: 9,
    officer: 'officer',
    stage: 'in_review',
    form: STAR_ANISE,
  },
  {
    who: 'investor.vn',
    zone: 'LS-CC-HOASON1',
    plot: 0,
    ago: 6,
    officer: 'officer',
    stage: 'awaiting_supplement',
    form: MECHANICAL,
  },
  {
    who: 'investor.cn',
    zone: 'LS-CC-HOSON1',
    plot: 1,
    ago: 5,
    officer: 'officer2',
    stage: 'in_assessment',
    form: ELECTRONICS,
  },
  {
    who: 'investor.vn',
    zone: 'LS-CC-DINHLAP',
    plot: 0,
    ago: 3,
    officer: 'officer',
    stage: 'in_check',
    form: STAR_ANISE,
  },
  {
    who: 'investor.cn',
    zone: 'LS-IP-DONGBANH',
    plot: 0,
    ago: 2,
    officer: 'officer',
    stage: 'received',
    form: ELECTRONICS,
  },
  {
    who: 'investor.vn',
    zone: 'LS-IP-DONGBANH',
    plot: 1,
    ago: 1,
    officer: 'officer',
    stage: 'submitted',
    form: MECHANICAL,
  },
]

/** The stages a case passes on its way, each on the working day after the one before. */
const WAY: Stage[] = ['received', 'in_check', 'in_assessment', 'in_review', 'awaiting_decision', 'approved']

/** A developer that let its day pass before the last of the past days was told so on the morning after it. */
async function tellSilence(number: string, last: Day | null): Promise<void> {
  const request = await db().developerRequest.findFirst({
    where: { case: { number }, state: 'asked', escalatedAt: null },
  })
  const toldOn = request?.dueDay && addDays(toDay(request.dueDay), 1)
  if (!request || !toldOn || !last || toldOn > last) return
  const now = new Date(dayToDate(toldOn).getTime() + 2.5 * 3600 * 1000)
  // The timer of the running server may have been first.
  const told = await escalateSilence({ actor: SYSTEM, now }, { id: request.id })
  if (!told.ok && told.refusal.code !== 'conflict') must(told)
}

/** Loads the demo's cases once; needs the demo's plots and accounts. */
export async function loadDemoCases(today: Day): Promise<void> {
  if ((await db().caseFile.count()) > 0) return
  const days = await pastWorkingDays(today, 21)
  await loadDemoSigning(days.at(-1) ?? today)
  for (const demo of CASES) {
    const submittedOn = days[demo.ago - 1] ?? today
    const number = await submit(demo, submittedOn)
    await carry(demo, number, days.slice(0, demo.ago - 1).reverse())
  }
}

/** Working days before a day, the latest first. */
async function pastWorkingDays(today: Day, count: number): Promise<Day[]> {
  const known = await calendar()
  const found: Day[] = []
  for (let day = addDays(today, -1); found.length < count; day = addDays(day, -1)) {
    const working = isWorkingDay(known, day)
    if (!working.ok || working.value) found.push(day)
  }
  return found
}

async function submit(demo: DemoCase, day: Day): Promise<string> {
  const ctx = await demoActor(demo.who, day)
  const plots = await db().plot.findMany({
    where: { zone: { code: demo.zone }, commercial: 'offered' },
    orderBy: [{ readyByLatest: 'asc' }, { code: 'asc' }],
  })
  const plot = plots[demo.plot]
  if (!plot) throw new Error(`no offered plot in ${demo.zone}`)
  // Asked for when the land and its utilities are there: two years after the latest ready date.
  const landBy = addDays((plot.readyByLatest?.toISOString().slice(0, 10) ?? day) as Day, 730)
  const form = makeForm(day, { areaM2: plot.areaM2, landBy, operationBy: addDays(landBy, 500), ...demo.form })
  const interestId = await demoDraft(ctx, demo.zone, [plot.code], form)
  const kept = await keptPapers(interestId)
  must(await reuseDocuments(ctx, { interestId, documentIds: kept.map(({ id }) => id) }))
  const { version } = await db().interest.findUniqueOrThrow({ where: { id: interestId } })
  return must(await submitInterest(ctx, { interestId, version, form })).number
}

async function carry(demo: DemoCase, number: string, days: Day[]): Promise<void> {
  const goal = demo.stage === 'awaiting_supplement' ? 'in_check' : demo.stage === 'refused' ? 'approved' : demo.stage
  for (const [index, stage] of WAY.slice(0, WAY.indexOf(goal) + 1).entries()) {
    const day = days[index] ?? days.at(-1)
    if (day) await STEPS[stage]?.(demo, number, day, days[index + 1] ?? day)
    if (stage === 'in_check') await tellSilence(number, days.at(-1) ?? null)
  }
  const day = days[2]
  if (demo.stage === 'awaiting_supplement' && day) await ask(demo, number, day)
}

const STEPS: Partial<Record<Stage, (demo: DemoCase, number: string, day: Day, next: Day) => Promise<void>>> = {
  async received(_demo, number, day) {
    must(
      await receiveCase(await demoActor('intake', day), {
        number,
        version: await versionOf(number),
        officialCode: null,
        checks: await presentPapers(day),
      }),
    )
  },
  async in_check(demo, number, day) {
    const officer = await db().person.findUniqueOrThrow({ where: { email: demoEmail(demo.officer) } })
    const input = { number, version: await versionOf(number), officerId: officer.id }
    must(await assignCase(await demoActor('intake', day), input))
  },
  async in_assessment(demo, number, day, next) {
    if (demo.stage === 'approved') {
      await ask(demo, number, day)
      const answer = 'Đã bổ sung thuyết minh công nghệ sấy và hệ thống lọc bụi; sửa bảng nhu cầu điện.'
      await answerWithVersion(demo.who, number, next, answer)
    }
    const input = { number, version: await versionOf(number), answers: triageOf(demo.stage === 'refused'), note: null }
    must(await passCheck(await demoActor(demo.officer, demo.stage === 'approved' ? next : day), input))
    if (demo.stage === 'in_assessment') await askTwice(demo, number, day, next)
  },
  async in_review(demo, number, _day, next) {
    const input =
      demo.stage === 'refused'
        ? {
            outcome: 'refuse' as const,
            reason: 'sector_not_allowed' as const,
            text: 'Ngành nghề không thuộc danh mục của cụm.',
          }
        : {
            outcome: 'approve' as const,
            reason: null,
            text: 'Dự án phù hợp ngành nghề, quy hoạch và công suất hạ tầng.',
          }
    const version = await versionOf(number)
    must(
      await recommendCase(await demoActor(demo.officer, next), {
        number,
        version,
        conditions: conditionsOf(demo.stage, next),
        ...input,
      }),
    )
  },
  async awaiting_decision(demo, number, _day, next) {
    const version = await versionOf(number)
    must(await reviewRecommendation(await demoActor('head', next), { number, version, ...reviewOf(demo.stage, next) }))
  },
  async approved(demo, number, _day, next) {
    // The refusal is signed for the director, by the delegation of demo-signing.ts.
    const signer = await demoActor(demo.stage === 'refused' ? 'deputy' : 'director', next)
    const version = await versionOf(number)
    if (demo.stage === 'refused') {
      const text = 'Ngành nghề đề xuất không thuộc danh mục được thu hút của cụm công nghiệp.'
      must(await declineCase(signer, { number, version, reason: 'sector_not_allowed', text }))
    } else {
      must(await approveCase(signer, { number, version, conditions: null }))
      await showCondition(demo, number, next)
    }
  },
}
