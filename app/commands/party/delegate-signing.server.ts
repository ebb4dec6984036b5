import { mailsTo } from '~/documents/notice/mails-to'
import { mayDelegate, type SignedOutcome, type SigningForm } from '~/domain/party/delegation'
import { hasRole, may } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { delegationOf } from '~/infra/delegations.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { actorOf } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

export interface DelegationInput {
  delegateId: string
  form: SigningForm
  outcomes: SignedOutcome[]
  /** Null: decisions on every zone. */
  zoneCode: string | null
  fromDay: Day
  untilDay: Day
  paperNumber: string
  paperDay: Day
  uploads: Upload[]
}

/**
 * The director lets a head sign decisions, by a signed paper that is kept with its digest; the head is told. Refuses
 * `not-a-choice` for who is no head, for a director and for a zone that is not there, `file-missing`, and what
 * `mayDelegate` refuses.
 */
export async function delegateSigning(ctx: Ctx, input: DelegationInput): Promise<Verdict<{ id: string }>> {
  const allowed = may(ctx.actor, 'delegation.write')
  if (!allowed.ok) return allowed
  const [paper] = input.uploads
  if (!paper) return refuse('file-missing', undefined, 'paper')
  const delegate = await actorOf(input.delegateId)
  if (!delegate || !hasRole(delegate, 'head') || hasRole(delegate, 'director')) {
    return refuse('not-a-choice', undefined, 'delegateId')
  }
  return withUploads('delegations', [paper], ([kept]) =>
    transact(ctx, async (t) => {
      if (!kept) return refuse('file-missing', undefined, 'paper')
      const { delegateId, form, outcomes, zoneCode, fromDay, untilDay, paperNumber, paperDay } = input
      const zone = zoneCode === null ? null : await t.db.zone.findUnique({ where: { code: zoneCode } })
      if (zoneCode !== null && !zone) return refuse('not-a-choice', undefined, 'zoneCode')
      // One at a time of a person's delegations: the overlap is looked for among committed rows.
      await t.db.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${delegateId}::uuid FOR UPDATE`
      const others = await t.db.signingDelegation.findMany({
        where: { delegateId, untilDay: { gte: dayToDate(fromDay) } },
      })
      const wish = { outcomes, zoneId: zone?.id ?? null, fromDay, untilDay, paperDay }
      const fits = mayDelegate(wish, others.map(delegationOf), t.today)
      if (!fits.ok) return fits
      const document = await t.db.document.create({
        data: {
          ...documentOf(kept),
          kind: 'signing_delegation',
          visibility: 'office',
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        },
      })
      const row = await t.db.signingDelegation.create({
        data: {
          delegateId,
          grantedById: ctx.actor.personId ?? '',
          form,
          outcomes,
          zoneId: wish.zoneId,
          fromDay: dayToDate(fromDay),
          untilDay: dayToDate(untilDay),
          paperNumber,
          paperDay: dayToDate(paperDay),
          documentId: document.id,
          createdAt: t.now,
        },
        include: { delegate: { select: { email: true, fullName: true, lang: true } } },
      })
      await t.audit({
        act: 'signing.delegate',
        subject: { kind: 'delegation', id: row.id },
        detail: {
          delegate: row.delegate.fullName,
          form,
          outcomes,
          zone: zoneCode,
          fromDay,
          untilDay,
          paper: `${paperNumber}, ${paperDay}`,
          fileName: kept.fileName,
          sha256: kept.sha256,
        },
      })
      const told = {
        ...{ by: ctx.actor.fullName, change: 'given' as const, paper: paperNumber, fromDay, untilDay },
        ...{ path: '/office/delegations', baseUrl: baseUrl() },
      }
      for (const mail of mailsTo([row.delegate], 'delegation_changed', told)) await t.mail(mail)
      return ok({ id: row.id })
    }),
  )
}
