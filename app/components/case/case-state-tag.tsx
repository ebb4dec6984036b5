import { StatusTag, type Tone } from '~/components/kit/status-tag'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

const TONES: Record<CaseState, Tone> = {
  submitted: 'anise',
  received: 'anise',
  in_check: 'neutral',
  in_assessment: 'neutral',
  awaiting_supplement: 'sky',
  in_consultation: 'sky',
  suspended: 'sky',
  in_review: 'neutral',
  awaiting_decision: 'amber',
  approved: 'pine',
  in_fulfilment: 'pine',
  refused: 'brick',
  dossier_refused: 'brick',
  returned: 'brick',
  withdrawn: 'neutral',
  closed: 'neutral',
}

/** Where a case stands, in a word. */
export function CaseStateTag({ state }: { state: CaseState }) {
  const { t } = useTranslation('case')
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
}
