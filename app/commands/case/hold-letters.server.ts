import type { ReleaseCause } from '~/domain/case/letter'
import type { Signature } from '~/domain/case/signing'
import { dayInVietnam } from '~/domain/time/day'
import type { CaseRecord } from '~/infra/case-record.server'
import type { Transaction } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'

/** The notice of a hold as its row says it: land, capacity, from when and until when. */
export async function issueHoldNotice(
  t: Transaction,
  record: CaseRecord,
  holdId: string,
  signature: Signature,
): Promise<string> {
  const hold = await t.db.hold.findUniqueOrThrow({
    where: { id: holdId },
    include: { capacities: { include: { node: { select: { kind: true } } } } },
  })
  return issueLetter(t, record, {
    kind: 'hold_notice',
    ...signature,
    says: {
      heldFromDay: dayInVietnam(hold.fromInstant),
      heldThroughDay: dayInVietnam(new Date(hold.untilInstant.getTime() - 1)),
      capacity: hold.capacities.map(({ node, amount }) => ({
        kind: node.kind as 'power' | 'water' | 'wastewater',
        amount,
      })),
      developerOfferRequired: hold.subjectToDeveloperOffer,
    },
  })
}

/** The notice that a hold is over without a lease. Where nobody of the office ended it, nobody signs. */
export const issueReleaseNotice = (
  t: Transaction,
  record: CaseRecord,
  {
    cause,
    text = null,
    signature = { signer: 'system' },
  }: { cause: ReleaseCause; text?: string | null; signature?: Signature },
): Promise<string> =>
  issueLetter(t, record, {
    kind: 'release_notice',
    ...signature,
    says: { releasedDay: t.today, cause, text },
  })
