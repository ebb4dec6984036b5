// Drafts of the demo's investors: one begun from a kept match, one left lying since an older edition of the form.
import { startInterest } from '../../app/commands/interest/start-interest.server'
import type { MatchAnswer } from '../../app/domain/match/match'
import { addDays, type Day } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { demoActor } from './demo-actor'
import { makeDraft, makeForm } from './factories'

/** Begins the demo's drafts once; needs its kept matches and its plots. */
export async function loadDemoDrafts(today: Day): Promise<void> {
  if ((await db().interest.count({ where: { state: 'draft' } })) > 0) return
  await fromMatch(today)
  await ofOlderForm(addDays(today, -40))
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
  const id = await makeDraft(db(), {
    organizationId: ctx.actor.organizations[0]?.id ?? '',
    createdById: ctx.actor.personId ?? '',
    zoneCode: 'LS-CC-MINHSON',
    plotCodes: [plot.code],
    form: { ...form, environmentGroup: null },
    at: ctx.now,
  })
  await db().interest.update({ where: { id }, data: { form, formVersion: 1 } })
}
