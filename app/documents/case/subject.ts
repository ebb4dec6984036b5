import type { LetterHead } from '~/domain/case/letter'
import { type Lang, textIn } from '~/domain/text'
import { areaIn } from '../format'
import type { Translate } from '../translate'

type Rows = [label: string, value: string | null][]

/** Who applied. */
export const applicantRows = ({ applicant }: LetterHead, t: Translate<'documents'>): Rows => [
  [t('field.applicant'), applicant.name],
  [t('field.registration'), applicant.registration],
  [t('field.address'), applicant.address],
  [t('field.agent'), applicant.agent],
  [t('field.contact'), applicant.contactName],
  [t('field.reach'), [applicant.phone, applicant.email].filter(Boolean).join(', ')],
]

/** What the case is about: project, zone, plots and their areas. */
export function subjectRows(head: LetterHead, t: Translate<'documents'>, lang: Lang): Rows {
  const { plots } = head
  const list = plots.map(({ code, areaM2 }) => t('field.plotArea', { code, area: areaIn(areaM2, lang) }))
  const total = plots.reduce((sum, { areaM2 }) => sum + areaM2, 0)
  return [
    [t('field.project'), head.project],
    [t('field.zone'), textIn(head.zone, lang)],
    [t('field.plots'), list.join('\n')],
    [t('field.totalArea'), plots.length > 1 ? areaIn(total, lang) : null],
  ]
}
