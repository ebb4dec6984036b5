// What is looked through, judged and asked for in the cases of the demo.
import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerSupplement } from '../../app/commands/case/answer-supplement.server'
import { requestSupplement } from '../../app/commands/case/request-supplement.server'
import {
  type Answered,
  dossierOn,
  TRIAGE_KEYS,
  type TriageAnswer,
  type TriageKey,
} from '../../app/domain/case/checklist'
import { documentKey } from '../../app/domain/case/supplement'
import type { Day } from '../../app/domain/time/day'
import type { Verdict } from '../../app/domain/verdict'
import { findCase } from '../../app/infra/case-record.server'
import { db } from '../../app/infra/db.server'
import { procedureVersions } from '../../app/infra/reference.server'
import { demoActor } from './demo-actor'
import { A_PDF } from './factories'

export function must<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`demo case refused: ${verdict.refusal.code}`)
  return verdict.value
}

export const versionOf = async (number: string): Promise<number> => (await findCase(number))?.version ?? 0

/** Every paper of the dossier in force, there. */
export async function presentPapers(day: Day) {
  const dossier = must(dossierOn(await procedureVersions(), day))
  return dossier.papers.map(({ key }) => ({ key, answer: 'present' as const, note: null }))
}

/** What the officer of a demo case judged: of one that is refused, that its sector is not wanted there. */
const TRIAGE_NOTES: Partial<Record<TriageKey, Omit<Answered<TriageAnswer>, 'key'>>> = {
  technology: { answer: 'not_applicable', note: 'Không thuộc danh mục công nghệ phải lấy ý kiến' },
  border: { answer: 'not_applicable', note: 'Khu đất không thuộc xã biên giới' },
}
export const triageOf = (refused: boolean): Answered<TriageAnswer>[] =>
  TRIAGE_KEYS.map((key) => {
    if (key === 'sector' && refused)
      return { key, answer: 'not_met', note: 'Điện tử không thuộc danh mục thu hút của cụm' }
    return { key, answer: 'met', note: null, ...TRIAGE_NOTES[key] }
  })

/** Who is asked, and by whom. */
interface Asked {
  who: 'investor.vn' | 'investor.cn'
  officer: 'officer' | 'officer2'
}

/** Asked, answered, and a second request of the same stage that waits for the head. */
export async function askTwice(demo: Asked, number: string, day: Day, next: Day): Promise<void> {
  await ask(demo, number, day)
  await answerWithVersion(demo.who, number, next, '已补充工艺说明与出资承诺，并更正用电需求表。')
  const second = {
    number,
    version: await versionOf(number),
    items: [
      { ...ITEM, what: 'Bảng nhu cầu điện theo giai đoạn', about: 'INV-00.1', again: 'Công suất khai đã thay đổi' },
    ],
    reason: 'Cần để tính công suất giữ kèm lô đất.',
    secondReason: 'Trạm biến áp của cụm vừa được công bố lại công suất.',
  }
  must(await requestSupplement(await demoActor(demo.officer, next), second))
}

const ITEM = { type: 'document' as const, why: null, about: null, again: null }

export async function ask(demo: Asked, number: string, day: Day): Promise<void> {
  const input = {
    number,
    version: await versionOf(number),
    items: [
      {
        ...ITEM,
        type: 'explanation' as const,
        what: 'Thuyết minh công nghệ sấy, hệ thống lọc bụi',
        why: 'Chưa nêu công suất và tiêu chuẩn khí thải',
      },
      { ...ITEM, what: 'Cam kết tiến độ góp vốn điều lệ' },
      {
        ...ITEM,
        type: 'correction' as const,
        what: 'Đề xuất dự án, bảng nhu cầu điện theo giai đoạn',
        about: documentKey(await proposalOf(number)),
        again: 'Số liệu điện không khớp phần thuyết minh',
      },
      {
        ...ITEM,
        what: 'Báo cáo tài chính đã kiểm toán',
        about: documentKey(await statementOf(number)),
        again: 'Bản đã nộp chưa được kiểm toán',
      },
    ],
    reason: 'Hồ sơ thiếu căn cứ để thẩm định.',
  }
  must(await requestSupplement(await demoActor(demo.officer, day), input))
}

/** What the organisation of a draft keeps and uses in each of its cases. */
export const keptPapers = (interestId: string) =>
  db().document.findMany({
    where: { organization: { interests: { some: { id: interestId } } }, fileName: STATEMENT },
  })

const STATEMENT = 'Bao-cao-tai-chinh-2025.pdf'
const statementOf = async (number: string): Promise<string> =>
  (await db().document.findFirstOrThrow({ where: { fileName: STATEMENT, uses: { some: { case: { number } } } } })).id

const proposalOf = async (number: string): Promise<string> =>
  (await db().document.findFirstOrThrow({ where: { case: { number } }, orderBy: { createdAt: 'asc' } })).id

/** The request of `ask` answered, with a new version of the proposal. */
export async function answerWithVersion(who: Asked['who'], number: string, day: Day, answer: string): Promise<void> {
  const temporaryPath = path.join(tmpdir(), randomUUID())
  await writeFile(temporaryPath, A_PDF)
  const file = {
    field: 'file3',
    fileName: 'De-xuat-du-an-sua-doi.pdf',
    mediaType: 'application/pdf',
    sizeBytes: A_PDF.length,
    sha256: createHash('sha256').update(A_PDF).digest('hex'),
    temporaryPath,
  }
  const replaces = { 3: await proposalOf(number) }
  must(await answerSupplement(await demoActor(who, day), { number, answer, uploads: [file], replaces }))
}
