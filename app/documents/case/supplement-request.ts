import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { SupplementRequestData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, say } from '../format'
import { type CourtesyLang, letter, notice, numbered, paragraph, rows } from './layout'
import { subjectRows } from './subject'

/** Form 02 of Circular 03/2025/TT-VPCP: what is to be supplied or corrected, asked once. */
export const supplementRequest = (data: SupplementRequestData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('supplement_request', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.supplement_request.opening', {
        number: data.caseNumber,
        agency: textIn(data.agency.name, lang),
      }),
    ),
    numbered(
      data.items.map(({ type, what, why, again }) => [
        t('letter.supplement_request.item', {
          type: t(`letter.supplement_request.type.${type}`),
          what: say(what, lang),
        }),
        ...(why ? [t('letter.supplement_request.why', { why: say(why, lang) })] : []),
        ...(again ? [t('letter.supplement_request.again', { why: say(again, lang) })] : []),
      ]),
    ),
    ...(data.reason ? [paragraph(t('letter.supplement_request.why', { why: say(data.reason, lang) }))] : []),
    rows(subjectRows(data, t, lang)),
    notice(
      t('letter.supplement_request.clock', {
        from: dayIn(data.requestedDay, lang),
        until: dayIn(data.answerByDay, lang),
      }),
    ),
    paragraph(t(data.first ? 'letter.supplement_request.once' : 'letter.supplement_request.further')),
    ...(data.contact ? [paragraph(t('letter.supplement_request.help', { contact: data.contact }))] : []),
  ])
