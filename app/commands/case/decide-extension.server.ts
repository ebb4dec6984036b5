import { canDecideExtension } from '~/domain/case/overdue'
import { may } from '~/domain/party/permission'
import { toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { extensionFactsOf, findCase, thingOf } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { tellApplicant } from './tell-applicant.server'

/** The officer grants the later day the investor asked for, or does not. Refuses `state-forbids`. */
export async function decideExtension(
  ctx: Ctx,
  input: { number: string; granted: boolean; text: string | null },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.request_supplement', thingOf(record))
  if (!allowed.ok) return allowed
  const open = record.supplements.find(({ answeredAt }) => answeredAt === null)
  if (!open?.extensionDay || record.state !== 'awaiting_supplement') return refuse('state-forbids')
  const decidable = canDecideExtension(extensionFactsOf(open))
  if (!decidable.ok) return decidable
  const { granted, text } = input
  const dueDay = granted ? open.extensionDay : open.dueDay
  return transact(ctx, async (t) => {
    const written = await t.db.supplement.updateMany({
      where: { id: open.id, answeredAt: null, extensionGranted: null },
      data: { extensionGranted: granted, dueDay },
    })
    if (written.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: granted ? 'case.grant_extension' : 'case.deny_extension',
      subject: { kind: 'supplement', id: open.id },
      caseId: record.id,
      detail: { answerByDay: toDay(dueDay), text: text ?? '' },
    })
    const kind = granted ? 'extension_granted' : 'extension_denied'
    await tellApplicant(t, record, kind, { day: toDay(dueDay) }, '/supplement')
    return ok(true)
  })
}
