import { createHash, randomUUID } from 'node:crypto'
import { letterDefinition } from '~/documents/case/letter-definition'
import type { LetterData, LetterKind, LetterSays } from '~/domain/case/letter'
import type { Signature } from '~/domain/case/signing'
import { dayToDate } from '~/domain/time/day'
import { type CaseRecord, peopleOf } from '~/infra/case-record.server'
import { courtesyLangOf, letterHead, newLetterCode, nextLetterNumber } from '~/infra/letters.server'
import { renderPdf } from '~/infra/pdf.server'
import type { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

/** The actor signs it, nobody for the system. */
interface LetterToIssue<K extends LetterKind> extends Signature {
  kind: K
  says: LetterSays<K>
  decisionId?: string
  /** The number it has in the office's register, as typed. */
  officialCode?: string | null
}

/**
 * Issues a letter of a case within the change it tells of: it goes with that change, under the next number of its
 * series, or not at all. Gives the code by which anybody checks it; of a rehearsed change only the draft is kept.
 */
export async function issueLetter<K extends LetterKind>(
  t: Transaction,
  record: CaseRecord,
  { kind, signer, form, says, decisionId, officialCode = null }: LetterToIssue<K>,
): Promise<string> {
  const [reader] = await peopleOf(record.organizationId, t.today, t.db)
  const courtesyLang = courtesyLangOf(reader?.lang)
  const signed = { name: signer === 'system' ? null : t.actor.fullName, signer, form }
  const about = { officialCode, issuedDay: t.today, signer: signed }
  // What `says` leaves out is what the head brings: no compiler follows that through a mapped type.
  const dataOf = (code: string | null, number: string | null) =>
    ({ ...letterHead(record, { ...about, code, number }), ...says }) as unknown as LetterData[K]
  if (t.rehearsal) {
    t.rehearsal.letters.push({ kind, data: dataOf(null, null), courtesyLang })
    return ''
  }
  const code = newLetterCode()
  const number = await nextLetterNumber(t, kind)
  const data = dataOf(code, number)
  const bytes = await renderPdf(letterDefinition(kind, data, courtesyLang))
  const storageKey = `cases/${record.id}/letters/${randomUUID()}.pdf`
  await t.keepFile(storageKey, bytes)
  await t.db.letter.create({
    data: {
      caseId: record.id,
      decisionId,
      kind,
      code,
      number,
      officialCode,
      issuedDay: dayToDate(t.today),
      data: data as unknown as Prisma.InputJsonValue,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey,
      createdAt: t.now,
    },
  })
  return code
}
