import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { OfficialReceiptData } from '~/domain/case/letter'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'
import { textIn } from '~/domain/text'
import { dayIn, instantIn } from '../format'
import { translator } from '../translate'
import { type CourtesyLang, heading, letter, numbered, paragraph, rows } from './layout'
import { applicantRows, subjectRows } from './subject'

/** Form 01 of Circular 03/2025/TT-VPCP: the dossier is received, and its result is due on a day. */
export const officialReceipt = (data: OfficialReceiptData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter(
    'official_receipt',
    data,
    courtesyLang,
    (t, lang) => {
      const limit = t(`limit.${data.limit.unit}`, { amount: data.limit.amount })
      return [
        paragraph(t('letter.official_receipt.opening', { agency: textIn(data.agency.name, lang) })),
        rows([
          ...applicantRows(data, t),
          [t('field.content'), t('content')],
          ...subjectRows(data, t, lang),
          [t('field.receivedAt'), instantIn(data.receivedAt, lang)],
          [t('field.countsFrom'), dayIn(data.countsFromDay, lang)],
          [t('field.limit'), data.limit.officeStandard ? t('limit.officeStandard', { limit }) : limit],
          [t('field.dueDay'), dayIn(data.dueDay, lang)],
          [t('field.result'), t('resultAt')],
        ]),
        heading(t('field.documents')),
        numbered([
          ...data.papers.map((paper) => [textIn(paper, lang)]),
          ...data.documents.map(({ kind, fileName }) => {
            const known = INTEREST_DOCUMENT_KINDS.find((one) => one === kind) ?? 'other'
            const name = translator(lang, 'interest')(`documentKind.${known}`)
            return [t('field.fileOf', { name, file: fileName })]
          }),
        ]),
        paragraph(t('letter.official_receipt.closing')),
      ]
    },
    'applicant',
  )
