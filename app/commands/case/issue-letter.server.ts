import { createHash, randomUUID } from 'node:crypto'
import { renderLetter } from '~/documents/case/render-letter.server'
import type { LetterData, LetterHead, LetterKind } from '~/domain/case/letter'
import type { SIGNER_TITLES } from '~/domain/party/office'
import { dayToDate } from '~/domain/time/day'
import { type CaseRecord, peopleOf } from '~/infra/case-record.server'
import { courtesyLangOf, letterHead, newLetterCode } from '~/infra/letters.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

interface LetterToIssue<K extends LetterKind> {
  kind: K
  /** In whose capacity the actor signs. */
  signer: keyof typeof SIGNER_TITLES
  /** What this kind says beyond what every letter carries. */
  says: Omit<LetterData[K], keyof LetterHead>
  decisionId?: string
}

/**
 * Issues a letter of a case within the change it tells of: it goes with that change or not at all.
 * Gives the code by which anybody checks it.
 */
export async function issueLetter<K extends LetterKind>(
  t: Transaction,
  record: CaseRecord,
  { kind, signer, says, decisionId }: LetterToIssue<K>,
): Promise<string> {
  const [reader] = await peopleOf(record.organizationId, t.today, t.db)
  const code = newLetterCode()
  const head = letterHead(record, { code, issuedDay: t.today, signer: { name: t.actor.fullName, role: signer } })
  // What `says` leaves out is what the head brings: no compiler follows that through a mapped type.
  const data = { ...head, ...says } as unknown as LetterData[K]
  const bytes = await renderLetter(kind, data, courtesyLangOf(reader?.lang))
  const storageKey = `cases/${record.id}/letters/${randomUUID()}.pdf`
  await t.keepFile(storageKey, bytes)
  await t.db.letter.create({
    data: {
      caseId: record.id,
      decisionId,
      kind,
      code,
      issuedDay: dayToDate(t.today),
      data: data as unknown as Prisma.InputJsonValue,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey,
      createdAt: t.now,
    },
  })
  return code
}
