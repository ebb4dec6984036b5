import { type Text, textIn } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

export interface EnquiryLand {
  /** What it is about; null for a general question. */
  about: string | null
  plotCode: string | null
  zoneCode: string | null
  zoneName: string | null
  /** What is known of the person who asks. */
  person: { name: string; email: string; phone: string | null } | null
}

/** What an enquiry is about, and who asks where somebody is signed in. Refuses `not-found`. */
export async function enquiryLand(
  ctx: Ctx,
  wish: { plotCode: string | null; zoneCode: string | null },
): Promise<Verdict<EnquiryLand>> {
  const published = { publication: 'published' }
  const plot = wish.plotCode
    ? await db().plot.findFirst({ where: { code: wish.plotCode, ...published }, include: { zone: true } })
    : null
  const zone = wish.plotCode
    ? plot?.zone
    : wish.zoneCode
      ? await db().zone.findFirst({ where: { code: wish.zoneCode, ...published } })
      : null
  if ((wish.plotCode && !plot) || (wish.zoneCode && !zone)) return refuse('not-found')
  const person = ctx.actor.personId
    ? await db().person.findUnique({
        where: { id: ctx.actor.personId },
        select: { fullName: true, email: true, phone: true },
      })
    : null
  const zoneName = zone ? textIn(zone.nameText as unknown as Text, ctx.actor.lang) : null
  return ok({
    about: plot?.code ?? zoneName,
    plotCode: plot?.code ?? null,
    zoneCode: zone?.code ?? null,
    zoneName,
    person: person && { name: person.fullName, email: person.email, phone: person.phone },
  })
}
