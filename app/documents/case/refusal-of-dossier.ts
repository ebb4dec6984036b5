import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { RefusalOfDossierData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { instantIn } from '../format'
import { type CourtesyLang, letter, numbered, paragraph, rows } from './layout'
import { reasonLines } from './reason'
import { applicantRows, subjectRows } from './subject'

/** Form 03 of Circular 03/2025/TT-VPCP: the intake does not accept the dossier. */
export const refusalOfDossier = (data: RefusalOfDossierData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('refusal_of_dossier', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.refusal_of_dossier.opening', {
        number: data.caseNumber,
        submitted: instantIn(data.submittedAt, lang),
        agency: textIn(data.agency.name, lang),
      }),
    ),
    numbered([reasonLines(data.reason, t, lang)]),
    rows([...applicantRows(data, t), [t('field.content'), t('content')], ...subjectRows(data, t, lang)]),
    paragraph(t('letter.refusal_of_dossier.closing')),
  ])
