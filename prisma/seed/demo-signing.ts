// The director's delegation in the demo: to the deputy director, by a paper that is made up and says so.
import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { delegateSigning } from '../../app/commands/party/delegate-signing.server'
import { LATIN_FONT } from '../../app/documents/text-run'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import { db } from '../../app/infra/db.server'
import { renderPdf } from '../../app/infra/pdf.server'
import { demoActor } from './demo-actor'
import { must } from './demo-dossier'
import { demoEmail } from './factories'

const NUMBER = '07/QĐ-UQ (minh hoạ)'
const HALF_A_YEAR = 182

/** Lets the deputy sign for the director from a day on; needs the demo's accounts. */
export async function loadDemoSigning(day: Day): Promise<void> {
  if ((await db().signingDelegation.count()) > 0) return
  const deputy = await db().person.findUniqueOrThrow({ where: { email: demoEmail('deputy') } })
  const input = {
    delegateId: deputy.id,
    form: 'KT' as const,
    outcomes: ['approved' as const, 'refused' as const],
    zoneCode: null,
    fromDay: day,
    untilDay: addDays(day, HALF_A_YEAR),
    paperNumber: NUMBER,
    paperDay: addDays(day, -1),
  }
  must(await delegateSigning(await demoActor('director', day), { ...input, uploads: [await paper(input, day)] }))
}

/** The paper as somebody might have scanned it. */
async function paper({ paperDay, untilDay }: { paperDay: Day; untilDay: Day }, day: Day) {
  const lines = [
    'QUYẾT ĐỊNH',
    `Số ${NUMBER}, ngày ${paperDay}`,
    'Về việc giao Phó Giám đốc ký thay quyết định về hồ sơ đăng ký quan tâm',
    `Hiệu lực từ ${day} đến hết ${untilDay}.`,
    'Dữ liệu minh hoạ, không có giá trị pháp lý.',
  ]
  const bytes = await renderPdf({
    info: { title: NUMBER, creationDate: dayToDate(day) },
    defaultStyle: { font: LATIN_FONT, fontSize: 12 },
    content: lines.map((text) => ({ text, margin: [0, 0, 0, 8] as [number, number, number, number] })),
  })
  const temporaryPath = path.join(tmpdir(), `cot-moc-${randomUUID()}`)
  await writeFile(temporaryPath, bytes)
  return {
    field: 'paper',
    fileName: 'Giao-ky-thay-minh-hoa.pdf',
    mediaType: 'application/pdf',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    temporaryPath,
  }
}
