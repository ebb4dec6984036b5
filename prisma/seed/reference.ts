// Reference data, loaded by every start: what is missing is added, what the office has changed is left alone.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fold } from '../../app/domain/land/search'
import type { ProcedureVersion, Track } from '../../app/domain/procedure/version'
import type { Text } from '../../app/domain/text'
import { type Day, dayToDate } from '../../app/domain/time/day'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'
import { loadAgencies, loadDivisions } from './offices'
import { loadPublishedFigures } from './published-figures'

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(path.resolve('prisma/seed/data', `${name}.json`), 'utf8')) as T
const json = (value: unknown) => value as Prisma.InputJsonValue

interface CommuneRecord {
  gsoCode: string
  name: Text
  lat: number
  lon: number
  areaKm2: number
  formerDistrict: string
  mergedFrom: string[]
  borderCommune: boolean
  incentiveArea: string
  incentiveConfidence: Text | string
}

export interface ZoneRecord {
  code: string
  kind: string
  name: Text
  areaHa: number | null
  industrialLandHa?: number | null
  district: string
  formerCommunes?: string[]
  commune2025: string[]
  lat: number
  lon: number
  coordPrecisionKm: number
  status: string
  statusAsOf?: string
  sectors: string[]
  sectorsConfidence?: Text
  source: string[]
  confidence: string
  developer?: string | null
  termEndYear?: number
  borderCommune?: boolean
  distancesStraightKm: Record<string, number>
  publication: string
}

interface PoiRecord {
  lat: number
  lon: number
  name: Text
  confidence: Text | string
}

const POI_KINDS: Record<string, string> = {
  huu_nghi: 'border_gate',
  dong_dang_station: 'station',
  tan_thanh: 'border_gate',
  coc_nam: 'border_gate',
  chi_ma: 'border_gate',
  hanoi_centre: 'city',
  noi_bai_airport: 'airport',
  hai_phong_dinh_vu_port: 'port',
  lach_huyen_port: 'port',
}

/** Names without kind of unit, for matching the communes a zone names. */
const bareName = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn)\s+/u, '')

export async function loadReference(prisma: PrismaClient): Promise<void> {
  await prisma.catalogue.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} })
  await loadOnce(prisma, 'calendar', loadCalendar)
  await loadOnce(prisma, 'communes', loadCommunes)
  await loadOnce(prisma, 'sectors', loadSectors)
  await loadOnce(prisma, 'zones-meta', loadAccessPoints)
  await loadOnce(prisma, 'published-figures', loadPublishedFigures)
  await loadOnce(prisma, 'procedures', loadProcedures)
  await loadOnce(prisma, 'tracks', loadTracks)
  await loadOnce(prisma, 'zones', loadZones)
  await loadAgencies(prisma)
  await loadDivisions(prisma)
}

/** A file is loaded once per edition of its bytes. */
async function loadOnce(
  prisma: PrismaClient,
  name: string,
  load: (prisma: PrismaClient) => Promise<void>,
): Promise<void> {
  const bytes = await readFile(path.resolve('prisma/seed/data', `${name}.json`))
  const digest = createHash('sha256').update(bytes).digest('hex')
  const key = `reference.${name}`
  const loaded = await prisma.officeSetting.findUnique({ where: { key } })
  if (loaded?.value === digest) return
  await load(prisma)
  await prisma.officeSetting.upsert({ where: { key }, create: { key, value: digest }, update: { value: digest } })
}

async function loadCalendar(prisma: PrismaClient): Promise<void> {
  const data = await read<{
    asOf: Day
    knownFrom: Day
    knownUntil: Day
    notes: Text[]
    days: { date: Day; kind: string; name: Text; status: string; source: string }[]
  }>('calendar')
  await prisma.calendarEdition.create({
    data: {
      asOf: dayToDate(data.asOf),
      knownFrom: dayToDate(data.knownFrom),
      knownUntil: dayToDate(data.knownUntil),
      notesText: json(data.notes),
      source: 'prisma/seed/data/calendar.json',
      days: {
        createMany: {
          data: data.days.map((day) => ({
            date: dayToDate(day.date),
            kind: day.kind,
            nameText: json(day.name),
            status: day.status,
            source: day.source,
          })),
        },
      },
    },
  })
}

async function loadCommunes(prisma: PrismaClient): Promise<void> {
  const data = await read<{ source: string; communes: CommuneRecord[] }>('communes')
  await prisma.commune.createMany({
    skipDuplicates: true,
    data: data.communes.map((commune) => ({
      gsoCode: commune.gsoCode,
      nameText: json(commune.name),
      searchText: fold(
        [commune.name.vi, commune.name.en, commune.name.zh, commune.formerDistrict, ...commune.mergedFrom].join(' '),
      ),
      lat: commune.lat,
      lon: commune.lon,
      areaKm2: commune.areaKm2,
      formerDistrict: commune.formerDistrict,
      mergedFrom: commune.mergedFrom,
      borderCommune: commune.borderCommune,
      incentiveArea: commune.incentiveArea,
      incentiveConfidence:
        typeof commune.incentiveConfidence === 'string' ? commune.incentiveConfidence : commune.incentiveConfidence.en,
      source: data.source,
    })),
  })
}

async function loadSectors(prisma: PrismaClient): Promise<void> {
  const data = await read<{
    sectors: { slug: string; name: Text; divisions?: string[]; classes2018?: string[]; priority: number }[]
  }>('sectors')
  await prisma.sector.createMany({
    skipDuplicates: true,
    data: data.sectors.map((sector, position) => ({
      slug: sector.slug,
      nameText: json(sector.name),
      divisions: sector.divisions ?? [],
      classes2018: sector.classes2018 ?? [],
      priority: sector.priority,
      position,
    })),
  })
}

async function loadAccessPoints(prisma: PrismaClient): Promise<void> {
  const { poi } = await read<{ poi: Record<string, PoiRecord> }>('zones-meta')
  await prisma.accessPoint.createMany({
    skipDuplicates: true,
    data: Object.entries(poi).map(([key, point]) => ({
      key,
      kind: POI_KINDS[key] ?? 'place',
      nameText: json(point.name),
      lat: point.lat,
      lon: point.lon,
      confidence: typeof point.confidence === 'string' ? point.confidence : point.confidence.en,
    })),
  })
}

async function loadProcedures(prisma: PrismaClient): Promise<void> {
  const { versions } = await read<{ versions: ProcedureVersion[] }>('procedures')
  await prisma.procedure.createMany({
    skipDuplicates: true,
    data: [...new Set(versions.map((version) => version.procedure))].map((code) => ({ code })),
  })
  await prisma.procedureVersion.createMany({
    skipDuplicates: true,
    data: versions.map((version, position) => ({
      code: version.code,
      procedureCode: version.procedure,
      effectiveFrom: dayToDate(version.effectiveFrom),
      effectiveTo: version.effectiveTo === null ? null : dayToDate(version.effectiveTo),
      position,
      body: json(version),
    })),
  })
}

async function loadTracks(prisma: PrismaClient): Promise<void> {
  const { tracks } = await read<{ tracks: Track[] }>('tracks')
  await prisma.track.createMany({
    skipDuplicates: true,
    data: tracks.map((track, position) => ({ code: track.code, position, body: json(track) })),
  })
}

async function loadZones(prisma: PrismaClient): Promise<void> {
  const zones = await read<ZoneRecord[]>('zones')
  const communes = await prisma.commune.findMany()
  const names = communes.map((commune) => ({
    gsoCode: commune.gsoCode,
    bare: bareName((commune.nameText as unknown as Text).vi),
    searchText: commune.searchText,
  }))
  for (const zone of zones) {
    const known = await prisma.zone.findUnique({ where: { code: zone.code } })
    if (known) continue
    const within = names.filter((commune) => zone.commune2025.includes(commune.bare))
    await prisma.zone.create({ data: zoneRow(zone, within) })
  }
}

function zoneRow(zone: ZoneRecord, communes: { gsoCode: string; searchText: string }[]): Prisma.ZoneCreateInput {
  return {
    code: zone.code,
    kind: zone.kind,
    nameText: json(zone.name),
    searchText: fold(
      [
        zone.code,
        zone.name.vi,
        zone.name.en,
        zone.name.zh,
        zone.district,
        `huyện ${zone.district}`,
        ...(zone.formerCommunes ?? []),
        ...zone.commune2025,
        ...communes.map((commune) => commune.searchText),
      ].join(' '),
    ),
    status: zone.status,
    statusAsOf: zone.statusAsOf ?? null,
    confidence: zone.confidence,
    sources: zone.source,
    areaM2: zone.areaHa === null || zone.areaHa === undefined ? null : Math.round(zone.areaHa * 10_000),
    industrialLandM2: zone.industrialLandHa ? Math.round(zone.industrialLandHa * 10_000) : null,
    lat: zone.lat,
    lon: zone.lon,
    coordPrecisionKm: zone.coordPrecisionKm,
    borderCommune: zone.borderCommune ?? false,
    sectorSlugs: zone.sectors,
    sectorsCertain: zone.sectorsConfidence === undefined && zone.sectors.length > 0,
    termEndYear: zone.termEndYear ?? null,
    developerName: zone.developer ?? null,
    // A company builds and leases; where a State body does, or nobody is named, the State leases.
    developerOfferNeeded: /Công ty|CTCP/u.test(zone.developer ?? ''),
    distancesKm: json(zone.distancesStraightKm),
    details: json(zone),
    publication: zone.publication === 'published' ? 'published' : 'draft',
    communes: { create: communes.map((commune) => ({ gsoCode: commune.gsoCode })) },
  }
}
