// Messages between investors and the office in the demo's cases, written by the commands themselves.
import { readMessages } from '../../app/commands/case/read-messages.server'
import { writeMessage } from '../../app/commands/case/write-message.server'
import { setPreferences } from '../../app/commands/notice/set-preferences.server'
import { db } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { Ctx } from '../../app/infra/transact.server'
import { demoEmail } from './factories'

interface DemoMessage {
  state: string
  who: 'investor.vn' | 'officer'
  hoursAgo: number
  text: string
  /** Points to the first document of the case. */
  document?: boolean
}

const MESSAGES: DemoMessage[] = [
  {
    state: 'awaiting_supplement',
    who: 'officer',
    hoursAgo: 28,
    text: 'Ngoài giấy yêu cầu bổ sung đã gửi, xin lưu ý trang 3 của đề xuất còn thiếu tổng mặt bằng.',
    document: true,
  },
  {
    state: 'awaiting_supplement',
    who: 'investor.vn',
    hoursAgo: 26,
    text: 'Chúng tôi đang làm lại tổng mặt bằng, dự kiến gửi cùng bản bổ sung trong tuần này.',
  },
  {
    state: 'in_review',
    who: 'investor.vn',
    hoursAgo: 5,
    text: 'Xin hỏi đường nội bộ phía đông lô đất dự kiến hoàn thành khi nào?',
  },
]

/** Writes the demo's messages once; the last one waits to be read. */
export async function loadDemoMessages(now: Date): Promise<void> {
  if ((await db().caseMessage.count()) > 0) return
  const ctxOf = async (who: string, hoursAgo: number): Promise<Ctx> => {
    const person = await db().person.findUniqueOrThrow({ where: { email: demoEmail(who) } })
    const actor = await actorOf(person.id)
    if (!actor) throw new Error(`demo account ${who} is not in force`)
    return { actor, now: new Date(now.getTime() - hoursAgo * 3_600_000) }
  }
  for (const { state, who, hoursAgo, text, document } of MESSAGES) {
    const found = await db().caseFile.findFirst({
      where: { state, organization: { members: { some: { person: { email: demoEmail('investor.vn') } } } } },
      include: { documents: { where: { visibility: 'parties' }, take: 1, orderBy: { createdAt: 'asc' } } },
      orderBy: { submittedAt: 'asc' },
    })
    if (!found) continue
    const documentIds = document ? found.documents.map(({ id }) => id) : []
    const written = await writeMessage(await ctxOf(who, hoursAgo), { number: found.number, text, documentIds })
    if (!written.ok) throw new Error(`demo message refused: ${written.refusal.code}`)
    if (state === 'awaiting_supplement' && who === 'investor.vn') {
      await readMessages(await ctxOf('officer', hoursAgo - 2), { number: found.number })
    }
  }
  await setPreferences(await ctxOf('officer', 0), { rhythms: { consultation_answered: 'daily' } })
}
