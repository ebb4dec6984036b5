import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { StopNoticeData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, instantIn } from '../format'
import { type CourtesyLang, letter, notice, numbered, paragraph, rows } from './layout'
import { reasonLines } from './reason'
import { subjectRows } from './subject'

/** Form 05 of Circular 03/2025/TT-VPCP: the work on the dossier stops, and the clock with it. */
export const stopNotice = (data: StopNoticeData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('stop_notice', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.stop_notice.opening', {
        number: data.caseNumber,
        submitted: instantIn(data.submittedAt, lang),
        agency: textIn(data.agency.name, lang),
      }),
    ),
    numbered([reasonLines(data.reason, t, lang)]),
    rows(subjectRows(data, t, lang)),
    notice(t('letter.stop_notice.clock', { day: dayIn(data.stoppedDay, lang) })),
    paragraph(t('letter.stop_notice.closing')),
  ])
