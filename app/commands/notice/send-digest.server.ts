import { mail } from '~/documents/notice/mail'
import { digestTime } from '~/domain/notice/rule'
import { may } from '~/domain/party/permission'
import { isLang } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { stillConcerned } from '~/infra/notices.server'
import { type Ctx, transact } from '~/infra/transact.server'

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
    const caseIds = all.flatMap(({ caseId }) => caseId ?? [])
    const concern = await stillConcerned(t.db, personId, caseIds, t.today)
    const notices = all.filter(({ caseId }) => caseId === null || concern.has(caseId))
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
