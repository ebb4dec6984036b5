import { isLetterKind, type LetterHead, type LetterKind, readCode } from '~/domain/case/letter'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'

/** What anybody may know of a letter who holds its code: no names. */
export interface LetterCheck {
  code: string
  kind: LetterKind
  /** The number printed on it: of the office's register where it has one. */
  number: string | null
  caseNumber: string
  issuedDay: Day
  /** In whose capacity it is signed, and whose place the signer took; null where nobody signs. */
  signer: Pick<LetterHead['signer'], 'title' | 'for'> | null
  /** What was decided, where the letter tells a decision. */
  outcome: 'approved' | 'refused' | null
  plotCodes: string[]
  sha256: string
}

/** The letter of a verification code as typed. Refuses `not-found`. */
export async function letterCheck(typed: string): Promise<Verdict<LetterCheck>> {
  const code = readCode(typed)
  if (!code.ok) return code
  const letter = await db().letter.findUnique({
    where: { code: code.value },
    include: {
      decision: { select: { outcome: true } },
      case: {
        select: { number: true, interest: { select: { plots: { select: { plot: { select: { code: true } } } } } } },
      },
    },
  })
  if (!letter || !isLetterKind(letter.kind)) return refuse('not-found')
  return ok({
    code: letter.code,
    kind: letter.kind,
    number: letter.officialCode ?? letter.number,
    caseNumber: letter.case.number,
    issuedDay: toDay(letter.issuedDay),
    signer: signerOf(letter.data),
    outcome: (letter.decision?.outcome as 'approved' | 'refused' | undefined) ?? null,
    plotCodes: letter.case.interest.plots.map(({ plot }) => plot.code).sort(),
    sha256: letter.sha256,
  })
}

/** The capacity a frozen letter was signed in. Those issued before delegations were kept do not say whose place is taken. */
function signerOf(data: unknown): LetterCheck['signer'] {
  const signer = (data as Partial<LetterHead>).signer
  return signer?.name ? { title: signer.title, for: signer.for ?? null } : null
}
