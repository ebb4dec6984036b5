import { readFileSync } from 'node:fs'
import type { RoadmapFacts } from '../app/domain/procedure/facts'
import type { ProcedureVersion, Track } from '../app/domain/procedure/version'
import { type CalendarDay, makeCalendar } from '../app/domain/time/calendar'
import type { Day } from '../app/domain/time/day'

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../prisma/seed/data/${file}`, import.meta.url), 'utf8')) as T

/** The published versions, tracks and calendar, as they are loaded at first start. */
export const { versions } = read<{ versions: ProcedureVersion[] }>('procedures.json')
export const { tracks } = read<{ tracks: Track[] }>('tracks.json')
const published = read<{ knownFrom: Day; knownUntil: Day; days: CalendarDay[] }>('calendar.json')
export const calendar = makeCalendar({
  knownFrom: published.knownFrom,
  knownUntil: published.knownUntil,
  days: published.days,
})

export const day = (text: string): Day => text as Day

export const version = (code: string): ProcedureVersion => {
  const found = versions.find((v) => v.code === code)
  if (!found) throw new Error(`no version ${code}`)
  return found
}

/** A foreign tenant in a park, standard procedure, with changes. */
export const facts = (changes: Partial<RoadmapFacts> = {}): RoadmapFacts => ({
  role: 'tenant',
  zoneKind: 'industrial_park',
  foreign: true,
  sector: 'electronics',
  wastewaterM3PerDay: 20,
  gasM3PerHour: 0,
  constructionClass: 'III',
  constructionDays: 180,
  specialProcedure: false,
  exportProcessing: false,
  stateLandInBorderCommune: false,
  startDay: day('2026-11-23'),
  ...changes,
})
