import { Card } from '~/components/kit/card'
import type { LETTER_REASONS } from '~/domain/case/letter'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

interface CaseEndedProps {
  state: CaseState
  ending: { reason: (typeof LETTER_REASONS)['decision' | 'dossier' | 'return'][number] | null; text: string | null }
}

/** Why the case ended without approval, in the words of the letter. */
export function CaseEnded({ state, ending }: CaseEndedProps) {
  const { t } = useTranslation('case')
  const { t: ofDocuments } = useTranslation('documents')
  return (
    <Card kind="asks" title={t(`state.${state}`)}>
      {ending.reason ? <p className="font-semibold">{ofDocuments(`reason.${ending.reason}`)}</p> : null}
      {ending.text ? <p className="whitespace-pre-line">{ending.text}</p> : null}
    </Card>
  )
}
