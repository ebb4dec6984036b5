import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useTranslation } from '~/locales/use-translation'

/** Until when a document holds; one that has run out says so. */
export function ValidityTag({ validUntil, expired }: { validUntil: string | null; expired: boolean }) {
  const { t } = useTranslation('organization')
  const { day } = useFormat()
  if (validUntil === null) return <span className="text-ink-soft">{t('documents.noEnd')}</span>
  return expired ? (
    <StatusTag tone="brick">{t('documents.expired', { day: day(validUntil) })}</StatusTag>
  ) : (
    <span>{t('documents.until', { day: day(validUntil) })}</span>
  )
}
