import { GRACE_DAYS_MAX } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { settingValue } from '~/infra/reference.server'
import { staleSubject } from '~/infra/stale-subject.server'
import { type Ctx, transact } from '~/infra/transact.server'

const KEY = 'land.staleGraceDays'

/**
 * Sets after how many days a plot whose figures ran out leaves publication. Refuses `out-of-range` beyond a year,
 * `conflict` where the setting is not what was shown any more, `nothing-to-change`.
 */
export async function setStaleGrace(
  ctx: Ctx,
  input: { days: number; seenDays: number; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'setting.write')
  if (!allowed.ok) return allowed
  if (!Number.isInteger(input.days) || input.days < 0 || input.days > GRACE_DAYS_MAX) {
    return refuse('out-of-range', { min: 0, max: GRACE_DAYS_MAX }, 'days')
  }
  return transact(ctx, async (t) => {
    // Two who change it at once wait for each other here, whether or not the setting has a row yet.
    await t.db.$queryRaw`SELECT id FROM "Catalogue" WHERE id = 1 FOR UPDATE`
    const row = await t.db.officeSetting.findUnique({ where: { key: KEY } })
    const before = settingValue(KEY, row)
    if (before !== input.seenDays) return staleSubject({ kind: 'setting', id: KEY }, t.db)
    if (before === input.days) return refuse('nothing-to-change')
    const set = { value: input.days, note: input.reason, updatedAt: t.now }
    await t.db.officeSetting.upsert({ where: { key: KEY }, create: { key: KEY, ...set }, update: set })
    await t.audit({
      act: 'setting.change',
      subject: { kind: 'setting', id: KEY },
      detail: { key: KEY, from: before, to: input.days, reason: input.reason },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
