import { DEFAULT_SCHEME, newScheme, SYMBOLS } from '~/domain/case/letter-number'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import type { Refusal } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { letterScheme, nextNumbersOf, numberInTheWay, SCHEME_SETTING } from '~/infra/letters.server'
import { settingChanges } from '~/infra/setting-changes.server'
import type { Ctx } from '~/infra/transact.server'

/**
 * How letters are numbered, the next number of each kind, and who changed it; with a scheme that is tried, what it would
 * give or why it may not stand.
 */
export async function letterSchemePage(ctx: Ctx, typed: string | null) {
  const year = dayInVietnam(ctx.now).slice(0, 4)
  const scheme = await letterScheme(db())
  const [rows, trial, changes] = await Promise.all([
    nextNumbersOf(db(), scheme, year),
    typed === null ? null : tried(typed, year),
    settingChanges(SCHEME_SETTING),
  ])
  return {
    scheme,
    isDefault: scheme === DEFAULT_SCHEME,
    year,
    mayWrite: may(ctx.actor, 'setting.write').ok,
    trial,
    rows: rows.map(({ kind, number }, index) => ({
      kind,
      symbol: SYMBOLS[kind],
      next: number,
      tried: trial?.numbers?.[index] ?? null,
    })),
    changes,
  }
}

async function tried(typed: string, year: string): Promise<{ refusal: Refusal | null; numbers: string[] | null }> {
  const scheme = newScheme(typed)
  if (!scheme.ok) return { refusal: scheme.refusal, numbers: null }
  const taken = await numberInTheWay(db(), scheme.value, year)
  const numbers = (await nextNumbersOf(db(), scheme.value, year)).map(({ number }) => number)
  return { refusal: taken ? { code: 'number-taken', values: { number: taken } } : null, numbers }
}
