import { type FigureKey, figureKeysOf, PROVINCE, type SourceKind } from '~/domain/land/published-figure'
import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { idKey } from '~/infra/key-page.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

const figureOf = (row: Prisma.PublishedFigureGetPayload<object>) => ({
  id: row.id,
  subject: row.subject,
  key: row.key as FigureKey,
  value: row.value.toNumber(),
  source: row.source,
  sourceKind: row.sourceKind as SourceKind,
  asOf: row.asOf,
  note: row.noteText as unknown as Text | null,
  enteredBy: row.enteredBy,
  endedOn: row.supersededAt && dayInVietnam(row.supersededAt),
  endReason: row.endReason,
})

/** The figures of a subject as the office keeps them: in force first, then those corrected or taken back. */
export async function keptFigures(ctx: Ctx, subject: string) {
  const [rows, subjects] = await Promise.all([
    db().publishedFigure.findMany({
      where: { subject },
      orderBy: [{ position: 'asc' }, { supersededAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    }),
    figureSubjects(),
  ])
  const keys = figureKeysOf(subject)
  const figures = rows.map(figureOf).sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
  return {
    subject,
    subjects,
    mayWrite: may(ctx.actor, 'figure.write').ok,
    inForce: figures.filter(({ endedOn }) => endedOn === null),
    ended: figures.filter(({ endedOn }) => endedOn !== null),
  }
}

/** What figures are about: the zones by code; the province has no row. */
export async function figureSubjects() {
  const zones = await db().zone.findMany({ orderBy: { code: 'asc' }, select: { code: true, nameText: true } })
  return zones.map(({ code, nameText }) => ({ code, name: nameText as unknown as Text }))
}

/** Whether figures can be about it. */
export async function isFigureSubject(subject: string): Promise<boolean> {
  return subject === PROVINCE || (await db().zone.count({ where: { code: subject } })) > 0
}

/** One figure in force, to be corrected or taken back. Refuses `not-found`. */
export async function keptFigure(ctx: Ctx, id: string) {
  const key = idKey(id)
  const row = key && (await db().publishedFigure.findUnique({ where: { id: key } }))
  if (!row) return refuse('not-found')
  return ok({ ...figureOf(row), mayWrite: may(ctx.actor, 'figure.write').ok && row.supersededAt === null })
}
