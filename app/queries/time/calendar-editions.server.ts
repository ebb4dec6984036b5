import { type Lang, type Text, textIn } from '~/domain/text'
import type { CalendarStatus, EntryKind } from '~/domain/time/calendar'
import { toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'

/** All editions of the calendar, the latest first, and the days of one of them in one year. */
export async function calendarEditions({ lang, edition, year }: { lang: Lang; edition: number; year: number }) {
  const editions = await db().calendarEdition.findMany({
    orderBy: { id: 'desc' },
    include: { _count: { select: { days: true } } },
  })
  const shown = editions.find((one) => one.id === edition) ?? editions[0]
  const firstYear = shown ? shown.knownFrom.getUTCFullYear() : year
  const lastYear = shown ? shown.knownUntil.getUTCFullYear() : year
  const shownYear = Math.min(Math.max(year, firstYear), lastYear)
  const days = await db().calendarDay.findMany({
    where: {
      editionId: shown?.id ?? 0,
      date: { gte: new Date(Date.UTC(shownYear, 0, 1)), lt: new Date(Date.UTC(shownYear + 1, 0, 1)) },
    },
    orderBy: { date: 'asc' },
  })
  return {
    editions: editions.map((one) => ({
      id: one.id,
      asOf: toDay(one.asOf),
      knownFrom: toDay(one.knownFrom),
      knownUntil: toDay(one.knownUntil),
      source: one.source,
      loadedAt: one.loadedAt,
      days: one._count.days,
    })),
    edition: shown?.id ?? null,
    notes: ((shown?.notesText ?? []) as unknown as Text[]).map((note) => textIn(note, lang)),
    years: Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index),
    year: shownYear,
    days: days.map((day) => ({
      date: toDay(day.date),
      kind: day.kind as EntryKind,
      name: textIn(day.nameText as unknown as Text, lang),
      status: day.status as CalendarStatus,
      source: day.source,
    })),
  }
}
