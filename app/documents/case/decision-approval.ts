import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { DecisionApprovalData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, instantIn, say } from '../format'
import { type CourtesyLang, heading, letter, notice, numbered, paragraph, rows } from './layout'
import { applicantRows, subjectRows } from './subject'

/** The director approves: the plots, until when they are held, and on whose offer that depends. */
export const decisionApproval = (data: DecisionApprovalData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('decision_approval', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.decision_approval.opening', {
        number: data.caseNumber,
        submitted: instantIn(data.submittedAt, lang),
        decided: dayIn(data.decidedDay, lang),
        agency: textIn(data.agency.name, lang),
      }),
    ),
    rows([...applicantRows(data, t).slice(0, 2), ...subjectRows(data, t, lang)]),
    ...(data.developerOfferRequired
      ? [
          notice(
            t('letter.decision_approval.offer', {
              developer: data.developer ? t('letter.decision_approval.developer', { name: data.developer }) : '',
            }),
          ),
        ]
      : []),
    ...(data.heldThroughDay
      ? [paragraph(t('letter.decision_approval.hold', { until: dayIn(data.heldThroughDay, lang) }))]
      : data.developerOfferRequired
        ? [paragraph(t('letter.decision_approval.offerFirst'))]
        : []),
    ...(data.conditions.length > 0
      ? [
          heading(t('letter.decision_approval.conditions')),
          numbered(
            data.conditions.map(({ text, dueDay, proof }) => [
              say(text, lang),
              ...(dueDay ? [t('letter.decision_approval.conditionDue', { day: dayIn(dueDay, lang) })] : []),
              ...(proof ? [t('letter.decision_approval.conditionProof', { proof: say(proof, lang) })] : []),
            ]),
          ),
        ]
      : []),
    paragraph(t('letter.decision_approval.next')),
    paragraph(t('letter.decision_approval.effect')),
  ])
