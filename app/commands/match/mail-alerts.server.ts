import { mail } from '~/documents/notice/mail'
import { type AlertRhythm, isAlertDue } from '~/domain/match/alert'
import type { BecameTrue } from '~/domain/match/saved-needs'
import { may } from '~/domain/party/permission'
import { isLang } from '~/domain/text'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { inForceOn } from '~/infra/in-force.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Sites named in one mail; the rest is on the page. */
const MOST_NAMED = 20

/**
 * Mails what became true of one saved need, in one mail, where its rhythm says that it is time. The row is locked: of
 * several processes one mails. Refuses `state-forbids` where there is nothing to send.
 */
export async function mailAlerts(ctx: Ctx, input: { needId: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'need.alert')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    await t.db.$executeRaw`SELECT id FROM "Need" WHERE id = ${input.needId}::uuid FOR UPDATE`
    const need = await t.db.need.findUnique({ where: { id: input.needId } })
    const alerts = await t.db.needAlert.findMany({
      where: { needId: input.needId, mailedAt: null },
      orderBy: [{ createdAt: 'asc' }, { site: 'asc' }],
    })
    const [first] = alerts
    if (!need || need.archivedAt || !first) return refuse('state-forbids')
    if (!isAlertDue(need.alert as AlertRhythm, first.createdAt, t.now)) return refuse('state-forbids')
    const ids = alerts.map(({ id }) => id)
    await t.db.needAlert.updateMany({ where: { id: { in: ids } }, data: { mailedAt: t.now } })
    await t.db.need.update({ where: { id: need.id }, data: { lastMailedAt: t.now } })
    const today = dayToDate(t.today)
    const owner = await t.db.person.findFirst({
      where: {
        id: need.createdById,
        deactivatedAt: null,
        emailConfirmedAt: { not: null },
        memberships: {
          some: {
            organizationId: need.organizationId,
            ...inForceOn(today),
          },
        },
      },
    })
    if (!owner) return ok(true)
    const lang = isLang(owner.lang) ? owner.lang : 'vi'
    const written = mail(
      'need_alert',
      {
        name: owner.fullName,
        need: need.name,
        sites: alerts.slice(0, MOST_NAMED).map(({ site, became }) => ({ site, became: became as BecameTrue[] })),
        more: Math.max(0, alerts.length - MOST_NAMED),
        link: `${baseUrl()}/${lang}/my/needs/${need.id}`,
        stopLink: `${baseUrl()}/${lang}/needs/${need.unsubscribeToken}/stop`,
      },
      lang,
    )
    await t.mail({ kind: 'need_alert', to: { email: owner.email, name: owner.fullName }, lang, ...written })
    await t.audit({
      act: 'need.mail_alerts',
      subject: { kind: 'need', id: need.id },
      detail: { sites: alerts.map(({ site }) => site) },
    })
    return ok(true)
  })
}
