import { newScheme } from '~/domain/case/letter-number'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { letterScheme, numberInTheWay, SCHEME_SETTING } from '~/infra/letters.server'
import { staleSubject } from '~/infra/stale-subject.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Sets how the office numbers its letters, from the next one on; numbers given stay. Refuses what `newScheme` refuses,
 * `conflict` where the scheme is not what was shown any more, `nothing-to-change`, and `number-taken` where it would
 * come to a number that was given already this year.
 */
export async function setLetterScheme(
  ctx: Ctx,
  input: { scheme: string; seenScheme: string; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'setting.write')
  if (!allowed.ok) return allowed
  const scheme = newScheme(input.scheme)
  if (!scheme.ok) return refuse(scheme.refusal.code, scheme.refusal.values, 'scheme')
  return transact(ctx, async (t) => {
    // Two who change it at once wait for each other here, whether or not the setting has a row yet.
    await t.db.$queryRaw`SELECT id FROM "Catalogue" WHERE id = 1 FOR UPDATE`
    const before = await letterScheme(t.db)
    if (before !== input.seenScheme) return staleSubject({ kind: 'setting', id: SCHEME_SETTING }, t.db)
    if (before === scheme.value) return refuse('nothing-to-change', undefined, 'scheme')
    const taken = await numberInTheWay(t.db, scheme.value, t.today.slice(0, 4))
    if (taken) return refuse('number-taken', { number: taken }, 'scheme')
    const set = { value: scheme.value, note: input.reason, updatedAt: t.now }
    await t.db.officeSetting.upsert({
      where: { key: SCHEME_SETTING },
      create: { key: SCHEME_SETTING, ...set },
      update: set,
    })
    await t.audit({
      act: 'setting.change',
      subject: { kind: 'setting', id: SCHEME_SETTING },
      detail: { key: SCHEME_SETTING, from: before, to: scheme.value, reason: input.reason },
    })
    return ok(true)
  })
}
