import { canAppeal } from '~/domain/case/appeal'
import { carryForm, EDITIONS, type KeptForm } from '~/domain/interest/edition'
import { INTEREST_FORM_VERSION } from '~/domain/interest/form'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { APPEALED, appealFactsOf } from '~/infra/appeal-record.server'
import { db } from '~/infra/db.server'
import { touchDraft } from '~/infra/interest-record.server'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Writes the ground of an appeal against a decision or the refusal of a dossier: begins its draft, with the project and the land of the case it is about, or changes
 * the one there is. Refuses `not-found`, `not-allowed`, `state-forbids`, `already-appealed`, `appeal-late`.
 */
export async function writeAppeal(
  ctx: Ctx,
  input: { number: string; ground: string },
): Promise<Verdict<{ interestId: string }>> {
  const record = await db().caseFile.findUnique({
    where: { number: input.number },
    select: { ...APPEALED, interest: { include: { plots: true } } },
  })
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.appeal', { organizationId: record.organizationId })
  if (!allowed.ok) return allowed
  const possible = canAppeal(await appealFactsOf(record), dayInVietnam(ctx.now))
  if (!possible.ok) return possible
  const { interest } = record
  return transact(ctx, async (t) => {
    const draft = await t.db.interest.findFirst({ where: { appealOfCaseId: record.id, state: 'draft' } })
    const detail = { appealOf: record.number, ground: input.ground }
    if (draft) {
      const written = await touchDraft(t, { id: draft.id }, { appealGround: input.ground })
      if (!written.ok) return written
      await t.audit({ act: 'interest.save', subject: { kind: 'interest', id: draft.id }, detail })
      return ok({ interestId: draft.id })
    }
    const begun = await t.db.interest.create({
      data: {
        organizationId: record.organizationId,
        zoneId: interest.zoneId,
        role: interest.role,
        createdById: ctx.actor.personId ?? '',
        formVersion: INTEREST_FORM_VERSION,
        form: carryForm(interest.form as KeptForm, interest.formVersion, EDITIONS) as Prisma.InputJsonObject,
        appealOfCaseId: record.id,
        appealGround: input.ground,
        createdAt: t.now,
        plots: { create: interest.plots.map(({ plotId }) => ({ plotId })) },
      },
    })
    await t.audit({ act: 'interest.start', subject: { kind: 'interest', id: begun.id }, detail })
    return ok({ interestId: begun.id })
  })
}
