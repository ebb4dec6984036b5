// Drafts of the demo's investors: one begun from a kept match, one left lying since an older edition of the form.
import { startInterest } from '../../app/commands/interest/start-interest.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import { writeAppeal } from '../../app/commands/interest/write-appeal.server'
import type { InterestForm } from '../../app/domain/interest/form'
import type { MatchAnswer } from '../../app/domain/match/match'
import { addDays, type Day } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { demoActor, demoDraft } from './demo-actor'
import { makeForm } from './factories'

/** Begins the demo's drafts once; needs its kept matches and its plots. */
export async function loadDemoDrafts(today: Day): Promise<void> {
  if ((await db().interest.count({ where: { state: 'draft' } })) > 0) return
  await fromMatch(today)
  await ofOlderForm(addDays(today, -40))
  await twice(addDays(today, -1))
  await appealed(addDays(today, -1))
}

/** The refused case appealed: somebody else than who signed decides it. */
async function appealed(day: Day): Promise<void> {
  const first = await db().caseFile.findFirst({
    where: { state: 'refused', decisions: { some: {} }, appealOfId: null },
    include: { interest: true },
  })
  if (!first) return
  const ctx = await demoActor('investor.cn', day)
  const ground = '本项目属于园区规划允许的电子行业，决定所引用的名录有误。恳请重新审查。'
  const begun = await writeAppeal(ctx, { number: first.number, ground })
  if (!begun.ok) throw new Error(`demo appeal refused: ${begun.refusal.code}`)
  const { interestId } = begun.value
  const form = first.interest.form as unknown as InterestForm
  const sent = await submitInterest(ctx, { interestId, version: 1, form })
  if (!sent.ok) throw new Error(`demo appeal refused: ${sent.refusal.code}`)
}

/** The works whose case waits at intake, submitted again under another name: noticed, and shown to the office as a pair. */
async function twice(day: Day): Promise<void> {
  const first = await db().caseFile.findFirst({
    where: { state: 'submitted', appealOfId: null },
    orderBy: { submittedAt: 'desc' },
    include: { interest: { include: { zone: true, plots: { include: { plot: true } } } } },
  })
  if (!first) return
  const ctx = await demoActor('investor.vn', day)
  const form = { ...(first.interest.form as unknown as InterestForm) }
  form.projectName = `${form.projectName} (giai đoạn 1)`
  const interestId = await demoDraft(
    ctx,
    first.interest.zone.code,
    first.interest.plots.map(({ plot }) => plot.code),
    form,
  )
  const sent = await submitInterest(ctx, { interestId, version: 1, form })
  if (!sent.ok) throw new Error(`demo duplicate refused: ${sent.refusal.code}`)
}

async function fromMatch(today: Day): Promise<void> {
  const ctx = await demoActor('investor.vn', today)
  const organizationId = ctx.actor.organizations[0]?.id ?? ''
  const run = await db().matchRun.findFirst({ where: { organizationId }, orderBy: { createdAt: 'asc' } })
  const [best] = (run?.answer as unknown as MatchAnswer | undefined)?.results ?? []
  if (!run || !best) return
  const begun = await startInterest(ctx, { organizationId, plotCodes: best.plots, runCode: run.code })
  if (!begun.ok) throw new Error(`demo draft refused: ${begun.refusal.code}`)
}

async function ofOlderForm(day: Day): Promise<void> {
  const ctx = await demoActor('investor.vn', day)
  const plot = await db().plot.findFirst({
    where: { zone: { code: 'LS-CC-MINHSON' }, commercial: 'offered', publication: 'published' },
    orderBy: { code: 'desc' },
  })
  if (!plot) return
  const { environmentGroup: _, ...form } = makeForm(day, { projectName: 'Xưởng viên nén gỗ', areaM2: plot.areaM2 })
  const id = await demoDraft(ctx, 'LS-CC-MINHSON', [plot.code], { ...form, environmentGroup: null })
  await db().interest.update({ where: { id }, data: { form, formVersion: 1 } })
}
