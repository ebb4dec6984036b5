import { checkAsOf, checkFigure, PROVINCE, type SourceKind } from '~/domain/land/published-figure'
import type { Text } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

/** What a source says, as it is to stand. */
export interface SaidFigure {
  value: number
  /** The citation, as the source names itself. */
  source: string
  sourceKind: SourceKind
  asOf: string | null
  note: Text | null
}

/** Writes a figure beside what other sources say. Refuses what is wrong with it, and a subject nobody knows. */
export async function sayFigure(
  t: Transaction,
  about: { subject: string; key: string; position: number },
  said: SaidFigure,
): Promise<Verdict<{ id: string }>> {
  const key = checkFigure(about.subject, about.key, said.value)
  if (!key.ok) return key
  if (said.asOf !== null) {
    const asOf = checkAsOf(said.asOf, t.today)
    if (!asOf.ok) return asOf
  }
  const known = about.subject === PROVINCE || (await t.db.zone.count({ where: { code: about.subject } })) > 0
  if (!known) return refuse('not-a-choice', undefined, 'subject')
  const { note, ...same } = said
  const row = await t.db.publishedFigure.create({
    data: {
      ...about,
      ...same,
      noteText: note === null ? Prisma.DbNull : (note as unknown as Prisma.InputJsonObject),
      enteredBy: t.actor.fullName,
      createdAt: t.now,
    },
    select: { id: true },
  })
  return ok(row)
}

/**
 * Ends a figure that is in force; it stays readable with the reason. Refuses `not-found`, `conflict` where somebody
 * ended it before.
 */
export async function endFigure(t: Transaction, id: string, reason: string) {
  const figure = await t.db.publishedFigure.findUnique({ where: { id } })
  if (!figure) return refuse('not-found')
  const ended = await t.db.publishedFigure.updateMany({
    where: { id, supersededAt: null },
    data: { supersededAt: t.now, endReason: reason },
  })
  return ended.count === 1 ? ok(figure) : refuse('conflict')
}

/** A figure for the record. */
export const figureDetail = (figure: {
  value: number | Prisma.Decimal
  source: string
  sourceKind: string
  asOf: string | null
}) => ({
  value: Number(figure.value),
  source: figure.source,
  sourceKind: figure.sourceKind,
  asOf: figure.asOf,
})
