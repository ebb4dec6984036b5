import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { HoldNoticeData, ReleaseNoticeData } from '~/domain/case/letter'
import { textIn } from '~/domain/text'
import { dayIn, numberIn, say } from '../format'
import { type CourtesyLang, letter, notice, paragraph, rows } from './layout'
import { applicantRows, subjectRows } from './subject'

/** Plots and capacity are held together: for whom, how much, from when and until when. */
export const holdNotice = (data: HoldNoticeData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('hold_notice', data, courtesyLang, (t, lang) => [
    paragraph(t('letter.hold_notice.opening', { number: data.caseNumber, agency: textIn(data.agency.name, lang) })),
    rows([
      ...applicantRows(data, t).slice(0, 2),
      ...subjectRows(data, t, lang),
      ...data.capacity.map(({ kind, amount }): [string, string] => [
        t(`field.capacity.${kind}`),
        t(`field.amount.${kind}`, { amount: numberIn(amount, lang) }),
      ]),
      [t('field.heldFrom'), dayIn(data.heldFromDay, lang)],
      [t('field.heldThrough'), dayIn(data.heldThroughDay, lang)],
    ]),
    ...(data.developerOfferRequired ? [notice(t('letter.hold_notice.offer'))] : []),
    paragraph(t('letter.hold_notice.alone')),
    paragraph(t('letter.hold_notice.end')),
  ])

/** The hold is over without a lease: why, and that the land may be held for others. */
export const releaseNotice = (data: ReleaseNoticeData, courtesyLang: CourtesyLang): TDocumentDefinitions =>
  letter('release_notice', data, courtesyLang, (t, lang) => [
    paragraph(
      t('letter.release_notice.opening', {
        number: data.caseNumber,
        agency: textIn(data.agency.name, lang),
        day: dayIn(data.releasedDay, lang),
      }),
    ),
    paragraph(t(`letter.release_notice.cause.${data.cause}`)),
    ...(data.text ? [paragraph(say(data.text, lang))] : []),
    rows(subjectRows(data, t, lang)),
    paragraph(t('letter.release_notice.free')),
  ])
