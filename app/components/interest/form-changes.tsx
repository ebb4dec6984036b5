import { fieldId } from '~/components/kit/form-context'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { EditionNumber } from '~/domain/interest/edition'
import { useTranslation } from '~/locales/use-translation'
import { useInterestLabels } from './use-labels'

interface FormChangesProps {
  since: readonly { edition: EditionNumber; asks: readonly string[] }[]
}

/** What became different of the form since a draft was kept. */
export function FormChanges({ since }: FormChangesProps) {
  const { t } = useTranslation('draft')
  const labels = useInterestLabels()
  if (since.length === 0) return null
  return (
    <NoticeBanner tone="amber">
      <p className="font-semibold">{t('edition.title')}</p>
      <ul className="list-disc pl-6">
        {since.map(({ edition, asks }) => (
          <li key={edition}>
            {t(`edition.${edition}`)}{' '}
            {asks.map((field) => (
              <a key={field} href={`#${fieldId(field)}`}>
                {labels[field as keyof typeof labels] ?? field}
              </a>
            ))}
          </li>
        ))}
      </ul>
      <p>{t('edition.text')}</p>
    </NoticeBanner>
  )
}
