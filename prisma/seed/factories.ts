// Rows for the demo and for tests: one way to make each.
import { createHash, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { INTEREST_FORM_VERSION, type InterestForm, type InterestRole } from '../../app/domain/interest/form'
import type { GrantedRole, MemberRole } from '../../app/domain/party/permission'
import type { Lang } from '../../app/domain/text'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import { keepBytes } from '../../app/infra/files.server'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'

export const DEMO_PASSWORD = 'cot-moc-dung-thu'
const DOMAIN = 'demo.cotmoc.test'

export interface DemoPerson {
  name: string
  fullName: string
  lang: Lang
  role?: GrantedRole
  zoneCode?: string
  agencyKey?: string
  /** One grant for each. */
  divisions?: string[]
  organization?: { key: string; role: MemberRole }
}

/** The demo accounts of the README; each signs in with `DEMO_PASSWORD`. */
export const DEMO_PEOPLE: DemoPerson[] = [
  { name: 'investor.vn', fullName: 'Trần Minh', lang: 'vi', organization: { key: 'go', role: 'owner' } },
  { name: 'investor.cn', fullName: '李文', lang: 'zh', organization: { key: 'dientu', role: 'owner' } },
  { name: 'agent', fullName: 'Anna Fischer', lang: 'en', organization: { key: 'dientu', role: 'agent' } },
  { name: 'developer.huulung', fullName: 'Nguyễn Quốc Bảo', lang: 'vi', role: 'developer', zoneCode: 'LS-IP-VSIP' },
  { name: 'developer.hoason1', fullName: 'Phạm Thị Hạnh', lang: 'vi', role: 'developer', zoneCode: 'LS-CC-HOASON1' },
  { name: 'intake', fullName: 'Vi Thị Mai', lang: 'vi', role: 'intake' },
  { name: 'officer', fullName: 'Hoàng Thị Lan', lang: 'vi', role: 'officer', divisions: ['parks'] },
  { name: 'officer2', fullName: 'Nông Văn Đức', lang: 'vi', role: 'officer', divisions: ['clusters'] },
  { name: 'head', fullName: 'Lương Văn Hải', lang: 'vi', role: 'head', divisions: ['parks', 'clusters'] },
  { name: 'deputy', fullName: 'Chu Thị Hồng', lang: 'vi', role: 'head' },
  { name: 'director', fullName: 'Đặng Thu Hà', lang: 'vi', role: 'director' },
  { name: 'director2', fullName: 'Hứa Văn Thắng', lang: 'vi', role: 'director' },
  { name: 'agency.env', fullName: 'Bế Thanh Tùng', lang: 'vi', role: 'agency', agencyKey: 'environment' },
  { name: 'agency.land', fullName: 'Triệu Thị Ngọc', lang: 'vi', role: 'agency', agencyKey: 'land' },
  { name: 'admin', fullName: 'Lý Quang Vinh', lang: 'vi', role: 'admin' },
  { name: 'auditor', fullName: 'Mã Thị Yến', lang: 'vi', role: 'auditor' },
]

export const DEMO_ORGANIZATIONS = {
  go: {
    kind: 'vietnamese',
    name: 'Công ty CP Gỗ Xứ Lạng (minh họa)',
    taxCode: '4900123458',
    country: 'VN',
    registrationNumber: null,
  },
  dientu: {
    kind: 'foreign',
    name: '谅山友谊电子有限公司 (示例)',
    taxCode: null,
    country: 'CN',
    registrationNumber: '91450000MA5DEMO01X',
  },
} as const

export const demoEmail = (name: string): string => `${name}@${DOMAIN}`

export async function makeOrganization(
  prisma: PrismaClient,
  organization: {
    kind: string
    name: string
    taxCode: string | null
    country: string
    registrationNumber: string | null
  },
): Promise<string> {
  const row = await prisma.organization.create({ data: { ...organization, illustrative: true } })
  return row.id
}

/** An account with a confirmed address, its role and membership from `fromDay` on. */
export async function makePerson(
  prisma: PrismaClient,
  person: Omit<DemoPerson, 'organization'> & {
    organizationId?: string
    memberRole?: MemberRole
    /** An agent's. */
    mandate?: { untilDay: Day; scope: string; documentId: string }
    fromDay: Day
    passwordHash?: string
    confirmedAt?: Date | null
  },
): Promise<string> {
  const fromDay = dayToDate(person.fromDay)
  const zone = person.zoneCode ? await prisma.zone.findUniqueOrThrow({ where: { code: person.zoneCode } }) : null
  const row = await prisma.person.create({
    data: {
      email: demoEmail(person.name),
      fullName: person.fullName,
      lang: person.lang,
      passwordHash: person.passwordHash ?? (await hash(DEMO_PASSWORD)),
      emailConfirmedAt: person.confirmedAt === undefined ? fromDay : person.confirmedAt,
      illustrative: true,
      ...(person.role && {
        roleGrants: {
          create: (person.divisions ?? [null]).map((divisionKey) => ({
            role: person.role as GrantedRole,
            zoneId: zone?.id,
            agencyKey: person.agencyKey,
            divisionKey,
            fromDay,
          })),
        },
      }),
      ...(person.organizationId && {
        memberships: {
          create: {
            organizationId: person.organizationId,
            role: person.memberRole ?? 'owner',
            fromDay,
            ...(person.mandate && {
              untilDay: dayToDate(person.mandate.untilDay),
              mandateScope: person.mandate.scope,
              mandateDocumentId: person.mandate.documentId,
            }),
          },
        },
      }),
    },
  })
  return row.id
}

/** A complete interest form: a plywood works of modest needs, wanted in half a year. */
export const makeForm = (today: Day, own: Partial<InterestForm> = {}): InterestForm => ({
  projectName: 'Nhà máy ván ép xuất khẩu',
  summary: 'Sản xuất ván ép từ gỗ rừng trồng, 60.000 m³ một năm, xuất khẩu sang Nhật Bản và Hàn Quốc.',
  sector: 'wood_furniture',
  capitalAmount: '412000000000',
  capitalCurrency: 'VND',
  areaM2: 40_000,
  powerKva: 400,
  waterM3PerDay: 30,
  wastewaterM3PerDay: 20,
  gasM3PerHour: null,
  workers: 240,
  environmentGroup: 'III',
  landBy: addDays(today, 200),
  operationBy: addDays(today, 700),
  constructionDays: 240,
  constructionClass: 'III',
  specialProcedure: false,
  exportProcessing: false,
  contactName: 'Trần Minh',
  contactEmail: demoEmail('investor.vn'),
  contactPhone: '+84 205 000 0000',
  ...own,
})

/** A one-page PDF with a line of plain letters. */
export function aPdf(line: string): Buffer {
  const page = `BT /F1 14 Tf 60 760 Td (${line.replace(/[^\x20-\x7e]|[()\\\\]/g, '')}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>stream\n${page}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  return Buffer.from(`${text}xref\n0 6\n${table}\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n${text.length}\n%%EOF\n`)
}

export const A_PDF = aPdf('Minh hoa / illustrative')

/** A document an organisation keeps. */
export async function makeOrganizationDocument(
  prisma: PrismaClient,
  document: { organizationId: string; kind: string; fileName: string; validUntil: Day | null; at: Date },
): Promise<string> {
  const { organizationId, kind, fileName, validUntil, at } = document
  const storageKey = `organizations/${organizationId}/${randomUUID()}`
  await keepBytes(storageKey, A_PDF)
  const row = await prisma.document.create({
    data: {
      organizationId,
      kind,
      fileName,
      mediaType: 'application/pdf',
      sizeBytes: A_PDF.length,
      sha256: createHash('sha256').update(A_PDF).digest('hex'),
      storageKey,
      validUntil: validUntil && dayToDate(validUntil),
      createdAt: at,
    },
  })
  return row.id
}

/** A draft with one document, ready to be submitted. */
export async function makeDraft(
  prisma: PrismaClient,
  draft: {
    organizationId: string
    createdById: string
    zoneCode: string
    plotCodes?: string[]
    role?: InterestRole
    form: InterestForm
    at: Date
  },
): Promise<string> {
  const zone = await prisma.zone.findUniqueOrThrow({ where: { code: draft.zoneCode } })
  const plots = await prisma.plot.findMany({ where: { code: { in: draft.plotCodes ?? [] } } })
  const storageKey = `interests/${randomUUID()}`
  await keepBytes(storageKey, A_PDF)
  const row = await prisma.interest.create({
    data: {
      organizationId: draft.organizationId,
      zoneId: zone.id,
      role: draft.role ?? 'tenant',
      createdById: draft.createdById,
      formVersion: INTEREST_FORM_VERSION,
      form: draft.form as unknown as Prisma.InputJsonObject,
      createdAt: draft.at,
      plots: { create: plots.map(({ id }) => ({ plotId: id })) },
      documents: {
        create: {
          kind: 'project_proposal',
          fileName: 'De-xuat-du-an.pdf',
          mediaType: 'application/pdf',
          sizeBytes: A_PDF.length,
          sha256: createHash('sha256').update(A_PDF).digest('hex'),
          storageKey,
          uploadedById: draft.createdById,
          createdAt: draft.at,
        },
      },
    },
  })
  return row.id
}
