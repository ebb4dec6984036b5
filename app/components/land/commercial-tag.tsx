import { StatusTag, type Tone } from '~/components/kit/status-tag'
import type { CommercialState } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

const TONES: Record<CommercialState, Tone> = {
  not_offered: 'neutral',
  offered: 'pine',
  held: 'sky',
  reserved: 'sky',
  leased: 'neutral',
  returned: 'neutral',
}

/** Whether interest may be registered in a plot, in a word; a hold says until when. */
export function CommercialTag({ state, until }: { state: CommercialState; until?: string | null }) {
  const { t } = useTranslation('land')
  const word = state === 'held' && until ? t('heldUntil', { until }) : t(`commercial.${state}`)
  return <StatusTag tone={TONES[state]}>{word}</StatusTag>
}
