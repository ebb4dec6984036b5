import { mailsTo } from '~/documents/notice/mails-to'
import { may } from '~/domain/party/permission'
import { textIn } from '~/domain/text'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { countsFrom, deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { nextNumber, textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface SendEnquiry {
  kind: 'question' | 'site_visit'
  plotCode: string | null
  zoneCode: string | null
  name: string
  email: string
  phone: string | null
  message: string
  preferredDay: Day | null
}

/**
 * A question or a wish for a site visit, from anybody; numbered, with the day by which the office answers.
 * Refuses `not-found` for land that is not published, `out-of-range` for a visit not after today.
 */
export async function sendEnquiry(
  ctx: Ctx,
  input: SendEnquiry,
): Promise<Verdict<{ number: string; answerDueDay: Day }>> {
  const allowed = may(ctx.actor, 'enquiry.send')
  if (!allowed.ok) return allowed
  const today = dayInVietnam(ctx.now)
  if (input.preferredDay !== null && input.preferredDay <= today) {
    return refuse('out-of-range', undefined, 'preferredDay')
  }
  const land = await landOf(input)
  if (!land.ok) return land
  const days = await calendar()
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const limit = await officeSetting('enquiryLimitWorkingDays')
  const due = deadline(days, { received: counts.value, limit, unit: 'working_day' })
  if (!due.ok) return due
  const { plotId, zoneId, about, path } = land.value
  return transact(ctx, async (t) => {
    const year = today.slice(0, 4)
    const number = `HD-${year}-${String(await nextNumber(t, `enquiry.${year}`)).padStart(6, '0')}`
    const enquiry = await t.db.enquiry.create({
      data: {
        number,
        kind: input.kind,
        plotId,
        zoneId,
        personId: ctx.actor.personId,
        name: input.name,
        email: input.email,
        phone: input.phone,
        lang: ctx.actor.lang,
        message: input.message,
        preferredDay: input.preferredDay && dayToDate(input.preferredDay),
        answerDueDay: dayToDate(due.value.due),
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'enquiry.send',
      subject: { kind: 'enquiry', id: enquiry.id },
      detail: { number, kind: input.kind, answerDueDay: due.value.due },
    })
    const reader = { email: input.email, fullName: input.name, lang: ctx.actor.lang }
    const told = { number, about: about ? textIn(about, ctx.actor.lang) : number, path, baseUrl: baseUrl() }
    for (const mail of mailsTo([reader], 'enquiry_received', told)) await t.mail(mail)
    return ok({ number, answerDueDay: due.value.due })
  })
}

async function landOf(input: Pick<SendEnquiry, 'plotCode' | 'zoneCode'>) {
  const { plotCode, zoneCode } = input
  if (plotCode !== null) {
    const plot = await db().plot.findFirst({ where: { code: plotCode, publication: 'published' } })
    if (!plot) return refuse('not-found')
    const about = { vi: plot.code, en: plot.code, zh: plot.code }
    return ok({ plotId: plot.id, zoneId: plot.zoneId, about, path: `/plots/${plot.code}` })
  }
  if (zoneCode === null) return ok({ plotId: null, zoneId: null, about: null, path: '/plots' })
  const zone = await db().zone.findFirst({ where: { code: zoneCode, publication: 'published' } })
  if (!zone) return refuse('not-found')
  return ok({ plotId: null, zoneId: zone.id, about: textOf(zone.nameText), path: `/zones/${zone.code}` })
}
