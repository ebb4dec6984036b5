import { mail } from '~/documents/notice/mail'
import { digestTime } from '~/domain/notice/rule'
import { may } from '~/domain/party/permission'
import { isLang } from '~/domain/text'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'

/**
 * The cases somebody still has to do with: those of the organisations they belong to today, an agent by its mandate.
 * Null for whoever has a role, whose cases change hands. What concerned them once stays in their notices unmailed.
 */
async function stillConcerns(t: Transaction, personId: string): Promise<Set<string> | null> {
  const day = dayToDate(t.today)
  const inForce = { fromDay: { lte: day }, OR: [{ untilDay: null }, { untilDay: { gte: day } }] }
  if ((await t.db.roleGrant.count({ where: { personId, ...inForce } })) > 0) return null
  const cases = await t.db.caseFile.findMany({
    where: { organization: { members: { some: { personId, ...inForce } } } },
    select: { id: true },
  })
  return new Set(cases.map(({ id }) => id))
}

/**
 * Mails somebody, in one mail, the notices since the last digest that they wished for daily. The rows are locked: of
 * several processes one mails. Refuses `state-forbids` where nothing waits.
 */
export async function sendDigest(ctx: Ctx, input: { personId: string }): Promise<Verdict<{ count: number }>> {
  const allowed = may(ctx.actor, 'notice.digest')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { personId } = input
    await t.db.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
    const waiting = { personId, rhythm: 'daily', outboxId: null, createdAt: { lt: digestTime(t.now) } }
    const all = await t.db.notice.findMany({ where: waiting, orderBy: { id: 'asc' } })
    const person = await t.db.person.findFirst({ where: { id: personId, deactivatedAt: null } })
    if (all.length === 0 || !person) return refuse('state-forbids')
    const concern = await stillConcerns(t, personId)
    const notices = all.filter(({ caseId }) => caseId === null || concern === null || concern.has(caseId))
    const past = all.filter((notice) => !notices.includes(notice))
    await t.db.notice.updateMany({ where: { id: { in: past.map(({ id }) => id) } }, data: { rhythm: 'never' } })
    if (notices.length === 0) return ok({ count: 0 })
    const lang = isLang(person.lang) ? person.lang : 'vi'
    const root = `${baseUrl()}/${lang}`
    const items = notices.map(({ subject, path }) => ({ subject, link: path && root + path }))
    const written = mail('digest', { name: person.fullName, link: `${root}/my/notices`, items }, lang)
    const outboxId = await t.mail({
      kind: 'digest',
      to: { email: person.email, name: person.fullName },
      lang,
      ...written,
    })
    await t.db.notice.updateMany({ where: { id: { in: notices.map(({ id }) => id) } }, data: { outboxId } })
    return ok({ count: notices.length })
  })
}
