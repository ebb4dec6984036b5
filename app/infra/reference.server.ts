import type { PublishedFigure, SourceKind } from '~/domain/land/published-figure'
import type { ProcedureVersion, Track } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import { type Calendar, type CalendarStatus, type EntryKind, makeCalendar } from '~/domain/time/calendar'
import { toDay } from '~/domain/time/day'
import { now } from './clock.server'
import { db } from './db.server'

const FRESH_MS = 60_000

/** A reading kept for a minute: reference data changes a few times a year, another process's change is seen soon. */
function kept<T>(read: () => Promise<T>): { (): Promise<T>; forget(): void } {
  let value: Promise<T> | undefined
  let readAt = 0
  const get = () => {
    if (!value || now().getTime() - readAt > FRESH_MS) {
      readAt = now().getTime()
      value = read().catch((error) => {
        value = undefined
        throw error
      })
    }
    return value
  }
  return Object.assign(get, {
    forget: () => {
      value = undefined
    },
  })
}

/** The working calendar the office published last. */
export const calendar = kept(async (): Promise<Calendar> => {
  const edition = await db().calendarEdition.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { days: { orderBy: { date: 'asc' } } },
  })
  return makeCalendar({
    knownFrom: toDay(edition.knownFrom),
    knownUntil: toDay(edition.knownUntil),
    days: edition.days.map((day) => ({
      date: toDay(day.date),
      kind: day.kind as EntryKind,
      name: day.nameText as unknown as Text,
      status: day.status as CalendarStatus,
      source: day.source,
    })),
  })
})

/** All procedure versions but drafts, in the order of the list. */
export const procedureVersions = kept(async (): Promise<ProcedureVersion[]> => {
  const rows = await db().procedureVersion.findMany({
    where: { state: { not: 'draft' } },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => row.body as unknown as ProcedureVersion)
})

export const tracks = kept(async (): Promise<Track[]> => {
  const rows = await db().track.findMany({ orderBy: { position: 'asc' } })
  return rows.map((row) => row.body as unknown as Track)
})

export interface SectorRow {
  slug: string
  name: Text
  priority: number
  divisions: string[]
  classes2018: string[]
}

export const sectors = kept(async (): Promise<SectorRow[]> => {
  const rows = await db().sector.findMany({ orderBy: { position: 'asc' } })
  return rows.map(({ slug, nameText, priority, divisions, classes2018 }) => ({
    slug,
    name: nameText as unknown as Text,
    priority,
    divisions,
    classes2018,
  }))
})

/**
 * What sources published of the province and of zones, in the order of the list. Read each time: a page made after a
 * correction is kept under the new version of the catalogue, and must not say the old figure.
 */
export async function publishedFigures(): Promise<PublishedFigure[]> {
  const rows = await db().publishedFigure.findMany({
    where: { supersededAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ subject, key, value, source, sourceKind, asOf, noteText }) => ({
    subject,
    key,
    value: value.toNumber(),
    source,
    sourceKind: sourceKind as SourceKind,
    asOf,
    note: noteText as unknown as Text | null,
  }))
}

/** What nobody has published yet, and the office must confirm. */
export const unresolvedFigures = kept(async (): Promise<Text[]> => {
  const row = await db().officeSetting.findUnique({ where: { key: 'unresolvedFigures' } })
  return (row?.value ?? []) as unknown as Text[]
})

/** How many districts (huyện) the province had before communes took their place. */
export const formerDistricts = kept(async (): Promise<number> => {
  const rows = await db().commune.findMany({
    where: { formerDistrict: { startsWith: 'Huyện ' } },
    distinct: ['formerDistrict'],
    select: { formerDistrict: true },
  })
  return rows.length
})

/** Forgets what was kept: after a change of reference data, and between tests. */
export function forgetReference(): void {
  calendar.forget()
  procedureVersions.forget()
  tracks.forget()
  sectors.forget()
  unresolvedFigures.forget()
  formerDistricts.forget()
}

/** Office settings with what they are to begin with (DESIGN: office standards, not law). */
const OFFICE_DEFAULTS = {
  /** CM-01: working days from receipt to decision. */
  caseLimitWorkingDays: 14,
  intakeLimitWorkingDays: 1,
  enquiryLimitWorkingDays: 3,
  holdDays: 60,
  holdExtensionDays: 30,
  /** For which the land is kept for the next in line. */
  waitingOfferWorkingDays: 5,
  developerAnswerWorkingDays: 5,
  supplementLimitWorkingDays: 10,
  /** Days after its last confirmed day until which a plot stays published, and a zone's figure shown. */
  'land.staleGraceDays': 30,
} as const
export type OfficeSettingKey = keyof typeof OFFICE_DEFAULTS

/** A number the office may change; the default until it does. */
export async function officeSetting(key: OfficeSettingKey): Promise<number> {
  const row = await db().officeSetting.findUnique({ where: { key } })
  return settingValue(key, row)
}

/** What a row of the settings says; the default where there is none. */
export const settingValue = (key: OfficeSettingKey, row: { value: unknown } | null): number =>
  typeof row?.value === 'number' ? row.value : OFFICE_DEFAULTS[key]
