import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ApologyData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, say } from '../format'
import { type CourtesyLang, letter, paragraph, rows } from './layout'
import { subjectRows } from './subject'

/** Form 04 of Circular 03/2025/TT-VPCP: the office is late, says why, and names a new day. */
export const apology = (data: ApologyData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('apology', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.apology.opening', {
        number: data.caseNumber,
        agency: textIn(data.agency.name, lang),
        due: dayIn(data.dueDay, lang),
      }),
    ),
    paragraph(t('letter.apology.reason', { reason: say(data.reason, lang) })),
    rows(subjectRows(data, t, lang)),
    paragraph(t('letter.apology.newDay', { day: dayIn(data.newDay, lang) })),
    paragraph(t('letter.apology.closing')),
  ])
