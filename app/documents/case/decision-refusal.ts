import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { DecisionRefusalData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, instantIn } from '../format'
import { type CourtesyLang, letter, numbered, paragraph, rows } from './layout'
import { reasonLines } from './reason'
import { subjectRows } from './subject'

/** The director does not approve: the reason, and what the applicant may do about it. */
export const decisionRefusal = (data: DecisionRefusalData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('decision_refusal', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.decision_refusal.opening', {
        number: data.caseNumber,
        submitted: instantIn(data.submittedAt, lang),
        decided: dayIn(data.decidedDay, lang),
        agency: textIn(data.agency.name, lang),
      }),
    ),
    numbered([reasonLines(data.reason, t, lang)]),
    rows(subjectRows(data, t, lang)),
    paragraph(t('letter.decision_refusal.other')),
    paragraph(t('letter.decision_refusal.appeal')),
  ])
