import { changedFields, type InterestDraft } from '~/domain/interest/draft'
import { type KeptForm, reconcileDraft } from '~/domain/interest/edition'
import { INTEREST_FORM_VERSION } from '~/domain/interest/form'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { interestFor, touchDraft } from '~/infra/interest-record.server'
import type { Prisma } from '~/infra/prisma/client'
import { sectors } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Keeps a draft as it was typed, complete or not, as one of the form's edition of today. `version` is what the person
 * saw; what changes nothing is not written again.
 * Refuses `not-found`, `not-allowed`, `not-a-choice` for an unknown sector, `conflict`, `state-forbids` once sent.
 */
export async function saveInterest(
  ctx: Ctx,
  input: { interestId: string; version: number; draft: InterestDraft },
): Promise<Verdict<{ version: number }>> {
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  const { draft } = input
  // The project of an appeal is the one that was decided on.
  if (found.value.appealOfCaseId !== null) return refuse('state-forbids')
  if (draft.sector !== null && !(await sectors()).some(({ slug }) => slug === draft.sector)) {
    return refuse('not-a-choice', undefined, 'sector')
  }
  const { form, formVersion, state, version } = found.value
  const changed = changedFields(reconcileDraft(form as KeptForm, formVersion).draft, draft)
  const settled = state === 'draft' && version === input.version && formVersion === INTEREST_FORM_VERSION
  if (settled && changed.length === 0) return ok({ version })
  return transact(ctx, async (t) => {
    const written = await touchDraft(
      t,
      { id: found.value.id, version: input.version },
      { form: draft as unknown as Prisma.InputJsonObject, formVersion: INTEREST_FORM_VERSION },
    )
    if (!written.ok) return written
    await t.audit({ act: 'interest.save', subject: { kind: 'interest', id: found.value.id }, detail: { changed } })
    return ok({ version: input.version + 1 })
  })
}
