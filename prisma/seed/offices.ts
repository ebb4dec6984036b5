// Who takes part: the agencies that may be given accounts, and the divisions of the office.
import type { Text } from '../../app/domain/text'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'

const json = (value: unknown) => value as Prisma.InputJsonValue

/** Agencies whose people may be given accounts, by words of their Vietnamese name in a procedure. */
const AGENCIES: { key: string; name: Text }[] = [
  {
    key: 'land',
    name: {
      vi: 'Văn phòng Đăng ký đất đai tỉnh Lạng Sơn',
      en: 'Land Registration Office of Lạng Sơn province',
      zh: '谅山省土地登记办公室',
      unofficial: ['en', 'zh'],
    },
  },
  {
    key: 'environment',
    name: {
      vi: 'Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn',
      en: 'Department of Agriculture and Environment of Lạng Sơn province',
      zh: '谅山省农业与环境厅',
      unofficial: ['en', 'zh'],
    },
  },
]

/** The office's divisions until it says otherwise: which kinds of zones each keeps. Named by what they do. */
const DIVISIONS: { key: string; name: Text; zoneKinds: string[] }[] = [
  {
    key: 'parks',
    name: {
      vi: 'Phòng Khu công nghiệp',
      en: 'Industrial parks division',
      zh: '工业园区处',
      unofficial: ['vi', 'en', 'zh'],
    },
    zoneKinds: ['industrial_park', 'planned_complex', 'economic_zone_area'],
  },
  {
    key: 'clusters',
    name: {
      vi: 'Phòng Cụm công nghiệp',
      en: 'Industrial clusters division',
      zh: '工业集群处',
      unofficial: ['vi', 'en', 'zh'],
    },
    zoneKinds: ['industrial_cluster'],
  },
]

export async function loadAgencies(prisma: PrismaClient): Promise<void> {
  for (const agency of AGENCIES) {
    await prisma.agency.upsert({
      where: { key: agency.key },
      create: { key: agency.key, nameText: json(agency.name) },
      update: {},
    })
  }
}

/** Divisions that are there keep what the office made of them; cases of none go to their zone's. */
export async function loadDivisions(prisma: PrismaClient): Promise<void> {
  for (const [position, { key, name, zoneKinds }] of DIVISIONS.entries()) {
    await prisma.division.upsert({
      where: { key },
      create: { key, nameText: json(name), zoneKinds, position },
      update: {},
    })
  }
  await prisma.$executeRaw`
    UPDATE "CaseFile" c SET "divisionKey" = (
      SELECT d.key FROM "Division" d WHERE z.kind = ANY(d."zoneKinds") ORDER BY d.position LIMIT 1)
    FROM "Interest" i JOIN "Zone" z ON z.id = i."zoneId"
    WHERE c."divisionKey" IS NULL AND i.id = c."interestId"`
}
