import { db } from '~/infra/db.server'
import { idKey, keyPage, type PageKey } from '~/infra/key-page.server'

const SIZE = 30

/** The mail of the demonstration, newest first. */
export function outbox({ after, before }: PageKey) {
  return keyPage({ after: idKey(after), before: idKey(before) }, SIZE, ({ below, above }, take) =>
    db().outbox.findMany({
      where: { id: above ? { gt: above } : { lt: below } },
      orderBy: { id: above ? 'asc' : 'desc' },
      take,
      select: { id: true, toEmail: true, toName: true, lang: true, subject: true, text: true, createdAt: true },
    }),
  )
}
