import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { LetterData, LetterKind } from '~/domain/case/letter'
import { apology } from './apology'
import { decisionApproval } from './decision-approval'
import { decisionRefusal } from './decision-refusal'
import { holdNotice, releaseNotice } from './hold-notice'
import type { CourtesyLang } from './layout'
import { officialReceipt } from './official-receipt'
import { refusalOfDossier } from './refusal-of-dossier'
import { returnLetter } from './return-letter'
import { stopNotice } from './stop-notice'
import { supplementRequest } from './supplement-request'

const LETTERS: {
  [K in LetterKind]: (data: LetterData[K], courtesyLang: CourtesyLang) => TDocumentDefinitions
} = {
  official_receipt: officialReceipt,
  supplement_request: supplementRequest,
  refusal_of_dossier: refusalOfDossier,
  return_letter: returnLetter,
  decision_approval: decisionApproval,
  decision_refusal: decisionRefusal,
  apology,
  stop_notice: stopNotice,
  hold_notice: holdNotice,
  release_notice: releaseNotice,
}

/** The definition of a letter: Vietnamese, then the courtesy version. */
export const letterDefinition = <K extends LetterKind>(
  kind: K,
  data: LetterData[K],
  courtesyLang: CourtesyLang,
): TDocumentDefinitions => LETTERS[kind](data, courtesyLang)

/** Drafts of all the letters of one change, one after the other in one file. They bear no code and no number. */
export function draftsDefinition(
  drafts: readonly { kind: LetterKind; data: LetterData[LetterKind]; courtesyLang: CourtesyLang }[],
): TDocumentDefinitions {
  const [first, ...more] = drafts.map(({ kind, data, courtesyLang }) =>
    letterDefinition(kind, { ...data, code: null, number: null } as LetterData[typeof kind], courtesyLang),
  )
  if (!first) throw new Error('no draft to render')
  const pages = more.map(({ content }) => ({ stack: [content].flat(), pageBreak: 'before' as const }))
  return { ...first, content: [first.content, ...pages].flat() }
}
