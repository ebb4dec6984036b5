import { mailsTo } from '~/documents/notice/mails-to'
import { canAppeal } from '~/domain/case/appeal'
import { caseSearchText } from '~/domain/case/search'
import { isOlderEdition } from '~/domain/interest/edition'
import type { InterestForm } from '~/domain/interest/form'
import { canonicalPayload } from '~/domain/interest/receipt'
import { type CommercialState, canRegisterInterest, type PublicationState } from '~/domain/land/readiness'
import { mandateOf, may } from '~/domain/party/permission'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { countsFrom, deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { APPEALED, appealFactsOf } from '~/infra/appeal-record.server'
import { isExpired, papersOf, USED_DOCUMENTS } from '~/infra/case-documents.server'
import { peopleOf, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { lastReceipt, possibleDuplicates } from '~/infra/duplicate-record.server'
import { baseUrl } from '~/infra/env.server'
import type { Prisma } from '~/infra/prisma/client'
import { nextReceipt, sha256Hex } from '~/infra/receipt-chain.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * A complete draft becomes a case: frozen, numbered, with a receipt chained to the one before it and the day by
 * which intake answers. An appeal becomes a case linked to the one it is about. Refuses `not-found`, `email-unconfirmed`,
 * `file-missing` without any document, `document-expired` for one of the organisation's that holds no longer,
 * `form-changed` while it stands in an older edition of the form, `upload-open` while a file is unfinished or
 * has failed, `plot-not-offered`, `conflict`; of an appeal what `canAppeal` refuses.
 */
export async function submitInterest(
  ctx: Ctx,
  input: { interestId: string; version: number; form: InterestForm },
): Promise<Verdict<{ number: string }>> {
  const interest = await db().interest.findUnique({
    where: { id: input.interestId },
    include: {
      zone: true,
      organization: true,
      plots: { include: { plot: true } },
      documents: { orderBy: { createdAt: 'asc' } },
      documentUses: USED_DOCUMENTS,
      appealOfCase: { select: APPEALED },
    },
  })
  if (!interest) return refuse('not-found')
  const allowed = may(ctx.actor, 'interest.write', { organizationId: interest.organizationId })
  if (!allowed.ok) return allowed
  if (!ctx.actor.emailConfirmed) return refuse('email-unconfirmed')
  if (interest.state !== 'draft') return refuse('state-forbids')
  if (interest.version !== input.version) return refuse('conflict', { state: interest.state })
  if (isOlderEdition(interest.formVersion)) return refuse('form-changed')
  const today = dayInVietnam(ctx.now)
  const papers = papersOf(interest)
  const { appealOfCase } = interest
  if (appealOfCase) {
    const possible = canAppeal(await appealFactsOf(appealOfCase), today)
    if (!possible.ok) return possible
  } else if (papers.length === 0) return refuse('file-missing', undefined, 'documents')
  const expired = papers.find((paper) => isExpired(paper, today))
  if (expired) return refuse('document-expired', { file: expired.fileName }, 'documents')
  const { organization, zone } = interest
  const [days, limit, people, seen] = await Promise.all([
    calendar(),
    officeSetting('intakeLimitWorkingDays'),
    peopleOf(organization.id, today),
    lastReceipt(),
  ])
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const due = deadline(days, { received: counts.value, limit, unit: 'working_day' })
  if (!due.ok) return due
  const plotCodes = interest.plots.map(({ plot }) => plot.code).sort()
  const payloadDigest = sha256Hex(
    canonicalPayload({
      organizationId: interest.organizationId,
      zone: interest.zone.code,
      plots: plotCodes,
      form: { ...input.form },
      appeal: appealOfCase ? { of: appealOfCase.number, ground: interest.appealGround } : undefined,
      documents: papers.map(({ kind, fileName, sha256: digest }) => ({ kind, fileName, sha256: digest })),
    }),
  )
  const { country, taxCode, registrationNumber } = organization
  const compared = {
    organizationId: organization.id,
    country,
    taxCode,
    registrationNumber,
    projectName: input.form.projectName,
    sector: input.form.sector,
    zoneId: zone.id,
    zoneCode: zone.code,
    plotIds: interest.plots.map(({ plotId }) => plotId),
    plotCodes,
  }
  // Looked for before the chain is held; whoever came after `seen` is looked at under its lock.
  const known = appealOfCase ? [] : await possibleDuplicates(db(), compared)
  return transact(ctx, async (t) => {
    // Whoever renames the organisation meanwhile waits, and finds the case.
    const [applicant] = await t.db.$queryRaw<{ name: string }[]>`
      SELECT name FROM "Organization" WHERE id = ${organization.id}::uuid FOR SHARE`
    const applicantName = applicant?.name ?? organization.name
    const frozen = await t.db.interest.updateMany({
      where: { id: interest.id, version: input.version, state: 'draft' },
      data: {
        state: 'submitted',
        submittedAt: t.now,
        applicantName,
        mandateId: mandateOf(ctx.actor, interest.organizationId)?.membershipId ?? null,
        form: input.form as unknown as Prisma.InputJsonObject,
        version: { increment: 1 },
      },
    })
    if (frozen.count !== 1) return refuse('conflict', { state: 'submitted' })
    // A file that is on its way holds the draft's row: none begins between here and the end.
    const unfinished = await t.db.upload.count({ where: { interestId: interest.id, state: { not: 'kept' } } })
    if (unfinished > 0) return refuse('upload-open', { count: unfinished }, 'documents')
    // An appeal is about land as it was decided on; whether it can still be had is asked when it is approved.
    const asked = appealOfCase ? [] : interest.plots.map(({ plotId }) => plotId)
    const plots = await t.db.plot.findMany({ where: { id: { in: asked } } })
    for (const plot of plots) {
      const offered = canRegisterInterest({
        code: plot.code,
        publication: plot.publication as PublicationState,
        commercial: plot.commercial as CommercialState,
      })
      if (!offered.ok) return offered
    }
    // Whoever gives the division up meanwhile waits, and finds a case in it.
    const [division] = await t.db.$queryRaw<{ key: string }[]>`
      SELECT key FROM "Division" WHERE "retiredAt" IS NULL AND ${zone.kind} = ANY("zoneKinds")
      ORDER BY position LIMIT 1 FOR SHARE`
    const receipt = await nextReceipt(t, { year: Number(today.slice(0, 4)), payloadDigest })
    if (!receipt.ok) return receipt
    const { number, position } = receipt.value
    const between = !appealOfCase && position - 1 > seen ? await possibleDuplicates(t.db, compared, seen) : []
    const caseFile = await t.db.caseFile.create({
      data: {
        number,
        interestId: interest.id,
        organizationId: interest.organizationId,
        zoneId: zone.id,
        appealOfId: appealOfCase?.id,
        state: 'submitted',
        submittedAt: t.now,
        intakeDueDay: dayToDate(due.value.due),
        nextDueDay: dayToDate(due.value.due),
        divisionKey: division?.key,
        searchText: caseSearchText({
          number,
          organization: applicantName,
          zone: { code: interest.zone.code, name: textOf(interest.zone.nameText).vi },
          plots: plotCodes,
        }),
        createdAt: t.now,
      },
      select: { id: true },
    })
    // Each of these once, without reading it back: others wait for the chain.
    await t.db.receipt.createMany({ data: { ...receipt.value, caseId: caseFile.id, submittedAt: t.now } })
    // What was committed between the two questions is found by both.
    const duplicates = [...new Map([...known, ...between].map((other) => [other.caseId, other])).values()]
    const pairs = duplicates.map(({ caseId, reasons }) => {
      return { earlierId: caseId, laterId: caseFile.id, reasons, createdAt: t.now }
    })
    if (pairs.length > 0) await t.db.duplicatePair.createMany({ data: pairs })
    await t.db.document.updateMany({ where: { interestId: interest.id }, data: { caseId: caseFile.id } })
    await t.db.documentUse.updateMany({ where: { interestId: interest.id }, data: { caseId: caseFile.id } })
    await t.audit({
      act: 'case.submit',
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      detail: {
        number,
        position,
        payloadDigest,
        intakeDueDay: due.value.due,
        duplicates: duplicates.map((other) => other.number),
        ...(appealOfCase && { appealOf: appealOfCase.number }),
      },
    })
    if (appealOfCase) {
      await t.audit({
        act: 'case.appeal',
        subject: { kind: 'case', id: appealOfCase.id },
        caseId: appealOfCase.id,
        detail: { appeal: number },
      })
    }
    const land = plotCodes.join(' + ') || textOf(zone.nameText).vi
    const about = {
      number,
      land,
      intakeDueDay: due.value.due,
      path: `/my/cases/${number}`,
      baseUrl: baseUrl(),
    }
    for (const mail of mailsTo(people, 'interest_submitted', about, caseFile.id)) await t.mail(mail)
    return ok({ number })
  })
}
