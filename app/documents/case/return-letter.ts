import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { ReturnLetterData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { instantIn, say } from '../format'
import { type CourtesyLang, heading, letter, numbered, paragraph, rows } from './layout'
import { reasonLines } from './reason'
import { subjectRows } from './subject'

/** The dossier goes back to the applicant, with reasons; nothing is decided. */
export const returnLetter = (data: ReturnLetterData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('return_letter', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.return_letter.opening', {
        number: data.caseNumber,
        submitted: instantIn(data.submittedAt, lang),
        agency: textIn(data.agency.name, lang),
      }),
    ),
    numbered(data.reasons.map((reason) => reasonLines(reason, t, lang))),
    ...(data.missing.length > 0
      ? [
          heading(t('letter.return_letter.missing')),
          numbered(data.missing.map(({ name, note }) => [say(name, lang), ...(note ? [say(note, lang)] : [])])),
        ]
      : []),
    rows(subjectRows(data, t, lang)),
    paragraph(t('letter.return_letter.closing')),
  ])
