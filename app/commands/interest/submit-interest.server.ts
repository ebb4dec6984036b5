import { createHash } from 'node:crypto'
import { mailsTo } from '~/documents/notice/mails-to'
import { isOlderEdition } from '~/domain/interest/edition'
import type { InterestForm } from '~/domain/interest/form'
import { canonicalPayload, chainHash, NO_PREVIOUS_HASH, receiptNumber } from '~/domain/interest/receipt'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import { mandateOf, may } from '~/domain/party/permission'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { countsFrom, deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { nextNumber, peopleOf, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A complete draft becomes a case: frozen, numbered, with a receipt chained to the one before it and the day by
 * which intake answers. Refuses `not-found`, `email-unconfirmed`, `file-missing` without any document,
 * `form-changed` while it stands in an older edition of the form, `upload-open` while a file is unfinished or
 * has failed, `plot-not-offered`, `conflict`.
 */
export async function submitInterest(
  ctx: Ctx,
  input: { interestId: string; version: number; form: InterestForm },
): Promise<Verdict<{ number: string }>> {
  const interest = await db().interest.findUnique({
    where: { id: input.interestId },
    include: { zone: true, plots: { include: { plot: true } }, documents: { orderBy: { createdAt: 'asc' } } },
  })
  if (!interest) return refuse('not-found')
  const allowed = may(ctx.actor, 'interest.write', { organizationId: interest.organizationId })
  if (!allowed.ok) return allowed
  if (!ctx.actor.emailConfirmed) return refuse('email-unconfirmed')
  if (interest.state !== 'draft') return refuse('state-forbids')
  if (interest.version !== input.version) return refuse('conflict', { state: interest.state })
  if (isOlderEdition(interest.formVersion)) return refuse('form-changed')
  if (interest.documents.length === 0) return refuse('file-missing', undefined, 'documents')
  const today = dayInVietnam(ctx.now)
  const days = await calendar()
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const due = deadline(days, {
    received: counts.value,
    limit: await officeSetting('intakeLimitWorkingDays'),
    unit: 'working_day',
  })
  if (!due.ok) return due
  const people = await peopleOf(interest.organizationId, today)
  const payloadDigest = sha256(
    canonicalPayload({
      organizationId: interest.organizationId,
      zone: interest.zone.code,
      plots: interest.plots.map(({ plot }) => plot.code).sort(),
      form: { ...input.form },
      documents: interest.documents.map(({ kind, fileName, sha256: digest }) => ({ kind, fileName, sha256: digest })),
    }),
  )
  return transact(ctx, async (t) => {
    const frozen = await t.db.interest.updateMany({
      where: { id: interest.id, version: input.version, state: 'draft' },
      data: {
        state: 'submitted',
        submittedAt: t.now,
        mandateId: mandateOf(ctx.actor, interest.organizationId)?.membershipId ?? null,
        form: input.form as unknown as Prisma.InputJsonObject,
        version: { increment: 1 },
      },
    })
    if (frozen.count !== 1) return refuse('conflict', { state: 'submitted' })
    // A file that is on its way holds the draft's row: none begins between here and the end.
    const unfinished = await t.db.upload.count({ where: { interestId: interest.id, state: { not: 'kept' } } })
    if (unfinished > 0) return refuse('upload-open', { count: unfinished }, 'documents')
    const plots = await t.db.plot.findMany({ where: { id: { in: interest.plots.map(({ plotId }) => plotId) } } })
    for (const plot of plots) {
      const offered = canRegisterInterest({
        code: plot.code,
        publication: plot.publication as PublicationState,
        commercial: plot.commercial as CommercialState,
      })
      if (!offered.ok) return offered
    }
    // The row of the series is locked from here to the end: receipts follow one another without a gap.
    const position = await nextNumber(t, 'receipt.position')
    const year = Number(today.slice(0, 4))
    const number = receiptNumber(year, await nextNumber(t, `receipt.${year}`))
    if (!number.ok) return number
    const previous = await t.db.receipt.findUnique({ where: { position: position - 1 } })
    const link = {
      number: number.value,
      submittedAt: t.now.toISOString(),
      position,
      payloadDigest,
      previousHash: previous?.hash ?? NO_PREVIOUS_HASH,
    }
    const caseFile = await t.db.caseFile.create({
      data: {
        number: number.value,
        interestId: interest.id,
        organizationId: interest.organizationId,
        state: 'submitted',
        submittedAt: t.now,
        intakeDueDay: dayToDate(due.value.due),
        createdAt: t.now,
        receipt: { create: { ...link, submittedAt: t.now, hash: chainHash(sha256, link), number: number.value } },
      },
    })
    await t.db.document.updateMany({ where: { interestId: interest.id }, data: { caseId: caseFile.id } })
    await t.audit({
      act: 'case.submit',
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      detail: { number: number.value, position, payloadDigest, intakeDueDay: due.value.due },
    })
    const land = interest.plots.map(({ plot }) => plot.code).join(' + ') || textOf(interest.zone.nameText).vi
    const about = {
      number: number.value,
      land,
      intakeDueDay: due.value.due,
      path: `/my/cases/${number.value}`,
      baseUrl: baseUrl(),
    }
    for (const mail of mailsTo(people, 'interest_submitted', about, caseFile.id)) await t.mail(mail)
    return ok({ number: number.value })
  })
}
