import { isStale } from '~/domain/land/catalogue'
import { checkAsOf, factStanding, factsOn, lastUntilThatIsOver } from '~/domain/land/fact'
import { type LadderLine, ladderOf, type RungRecord } from '~/domain/land/ladder'
import { isRung, type Rung } from '~/domain/land/readiness'
import { type Day, dayInVietnam, dayToDate, parseDay, toDay } from '~/domain/time/day'
import type { Refusal } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { officeSetting } from '~/infra/reference.server'

/** A figure with who answers for it and until when. */
export interface FactLine {
  key: string
  value: unknown
  source: string
  confirmedBy: string
  confirmedOn: Day
  confirmedUntil: Day | null
  validFrom: Day
  stale: boolean
  illustrative: boolean
}

/** What a figure said, from a day until another took its place. */
export interface FactPeriod extends Omit<FactLine, 'stale'> {
  id: string
  supersededOn: Day | null
}

export interface RungLine extends RungRecord {
  evidence: { id: string; fileName: string; isPublic: boolean } | null
}

/** The day a page was asked for, or why it shows today instead. */
export interface AsOf {
  day: Day | null
  asked: string
  refusal: Refusal | null
  /** The first day the record knows. */
  first: Day | null
}

export interface LandRecord {
  asOf: AsOf
  facts: FactLine[]
  /** Every value there ever was, the newest of each figure first. */
  history: FactPeriod[]
}

type FactRow = Prisma.FactGetPayload<object>
const lineOf = (row: FactRow, day: Day): FactLine => {
  const confirmedUntil = row.confirmedUntil && toDay(row.confirmedUntil)
  return {
    key: row.key,
    value: row.value,
    source: row.source,
    confirmedBy: row.confirmedBy,
    confirmedOn: toDay(row.confirmedOn),
    confirmedUntil,
    validFrom: toDay(row.validFrom),
    stale: isStale(confirmedUntil, day),
    illustrative: row.illustrative,
  }
}

function readAsOf(asked: string | null, today: Day, first: Day | null): AsOf {
  if (!asked?.trim()) return { day: null, asked: '', refusal: null, first }
  const day = parseDay(asked.trim())
  const verdict = day.ok ? checkAsOf(day.value, today, first) : day
  return verdict.ok
    ? { day: verdict.value, asked, refusal: null, first }
    : { day: null, asked, refusal: { ...verdict.refusal, field: 'asOf' }, first }
}

/** The figures of a plot or zone on a day that was asked for, else today's, with every value there ever was. */
export async function landRecord(
  subject: { plotId: string } | { zoneId: string },
  question: { today: Day; asOf: string | null },
): Promise<LandRecord> {
  const rows = await db().fact.findMany({
    where: subject,
    orderBy: [{ key: 'asc' }, { validFrom: 'desc' }, { createdAt: 'desc' }],
  })
  const dated = rows.map((row) => ({
    key: row.key,
    validFrom: toDay(row.validFrom),
    createdAt: row.createdAt,
    supersededAt: row.supersededAt,
    row,
  }))
  const first = dated.map(({ validFrom }) => validFrom).sort()[0] ?? null
  const asOf = readAsOf(question.asOf, question.today, first)
  const day = asOf.day ?? question.today
  const standing = asOf.day
    ? factsOn(dated, asOf.day).map(({ row }) => row)
    : rows.filter((row) => row.supersededAt === null)
  return {
    asOf,
    facts: standing.map((row) => lineOf(row, day)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    history: rows.map((row) => {
      const { stale: _, ...line } = lineOf(row, day)
      return { id: row.id, ...line, supersededOn: row.supersededAt && dayInVietnam(row.supersededAt) }
    }),
  }
}

/**
 * The record of a zone: a figure that is past its grace period on the day is told without its value. It stays readable
 * in the history.
 */
export async function zoneRecord(zoneId: string, question: { today: Day; asOf: string | null }): Promise<LandRecord> {
  const [record, graceDays] = await Promise.all([
    landRecord({ zoneId }, question),
    officeSetting('land.staleGraceDays'),
  ])
  const day = record.asOf.day ?? question.today
  return {
    ...record,
    facts: record.facts.map((fact) =>
      factStanding(fact.confirmedUntil, day, graceDays).age === 'over' ? { ...fact, value: null } : fact,
    ),
  }
}

interface ZoneFigures {
  areaM2: number | null
  industrialLandM2: number | null
  termEndYear: number | null
}
const COLUMN_OF: Record<string, keyof ZoneFigures> = {
  area_m2: 'areaM2',
  industrial_land_m2: 'industrialLandM2',
  term_end_year: 'termEndYear',
}

/**
 * Which figures of which zones are past their grace period, so that their columns are told no more: gives a function
 * that blanks them in what is said of a zone.
 */
export async function blankGoneFigures(today: Day): Promise<<Z extends ZoneFigures>(zoneId: string, said: Z) => Z> {
  const last = dayToDate(lastUntilThatIsOver(today, await officeSetting('land.staleGraceDays')))
  const gone = await db().fact.findMany({
    where: { key: { in: Object.keys(COLUMN_OF) }, supersededAt: null, confirmedUntil: { lte: last }, plotId: null },
    select: { zoneId: true, key: true },
  })
  return (zoneId, said) => {
    const blanks = gone.flatMap((fact) => (fact.zoneId === zoneId ? [[COLUMN_OF[fact.key] ?? '', null]] : []))
    return { ...said, ...Object.fromEntries(blanks) }
  }
}

/** The ladder of a plot on a day: the rungs on record then. `rung` is where it stands today. */
export async function plotLadder(
  plot: { id: string; rung: Rung },
  day: Day,
  facts: readonly FactLine[] = [],
): Promise<LadderLine<RungLine>[]> {
  const rows = await db().readinessRecord.findMany({
    where: { plotId: plot.id },
    orderBy: { createdAt: 'desc' },
    include: { evidence: { select: { id: true, fileName: true, visibility: true } } },
  })
  const standing = rows.filter(
    (row) => toDay(row.confirmedOn) <= day && (row.supersededAt === null || dayInVietnam(row.supersededAt) > day),
  )
  const records = standing.map(
    (row): RungLine => ({
      id: row.id,
      rung: row.rung as Rung,
      reachedOn: toDay(row.reachedOn),
      source: row.source,
      confirmedBy: row.confirmedBy,
      confirmedOn: toDay(row.confirmedOn),
      confirmedUntil: row.confirmedUntil && toDay(row.confirmedUntil),
      illustrative: row.illustrative,
      evidence: row.evidence && {
        id: row.evidence.id,
        fileName: row.evidence.fileName,
        isPublic: row.evidence.visibility === 'public',
      },
    }),
  )
  const then = facts.find((fact) => fact.key === 'readiness')?.value
  return ladderOf(isRung(then) ? then : plot.rung, records, day)
}
