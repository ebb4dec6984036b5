import { StatusTag, type Tone } from '~/components/kit/status-tag'
import type { ZoneStatus } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'
import { useAsOf } from './use-as-of'

const TONES: Record<ZoneStatus, Tone> = {
  proposed: 'neutral',
  planned: 'neutral',
  policy_approved: 'neutral',
  established: 'anise',
  under_construction: 'anise',
  operating: 'pine',
}

interface ZoneTagsProps {
  status: ZoneStatus
  statusAsOf: string | null
  confidence: 'sourced' | 'uncertain'
}

/** Where a zone stands and as of when, and whether its sources can be relied on. */
export function ZoneTags({ status, statusAsOf, confidence }: ZoneTagsProps) {
  const { t } = useTranslation('land')
  const asOf = useAsOf()
  const word = t(`zoneStatus.${status}`)
  return (
    <>
      <StatusTag tone={TONES[status]}>
        {statusAsOf ? t('statusAsOf', { status: word, asOf: asOf(statusAsOf) }) : word}
      </StatusTag>
      {confidence === 'uncertain' ? <StatusTag tone="amber">{t('confidence.uncertain')}</StatusTag> : null}
    </>
  )
}
