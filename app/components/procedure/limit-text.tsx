import { StatusTag } from '~/components/kit/status-tag'
import type { TimeUnit } from '~/domain/time/deadline'
import { useTranslation } from '~/locales/use-translation'

interface LimitTextProps {
  limit: { value: number; unit: TimeUnit } | null
  assumed?: boolean
}

/** A limit in its own unit; one without a source in force says that it is assumed. */
export function LimitText({ limit, assumed }: LimitTextProps) {
  const { t } = useTranslation('procedure')
  if (!limit) return <span className="text-ink-soft">{t('limit.none')}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="whitespace-nowrap">{t(`unit.${limit.unit}`, { value: limit.value })}</span>
      {assumed ? <StatusTag tone="amber">{t('limit.assumed')}</StatusTag> : null}
    </span>
  )
}
