import { Card } from '~/components/kit/card'
import { WAIVER_REASONS, type WaiverReason } from '~/domain/case/condition'
import type { LETTER_REASONS } from '~/domain/case/letter'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

interface CaseEndedProps {
  state: CaseState
  ending: {
    reason: (typeof LETTER_REASONS)['decision' | 'dossier' | 'return'][number] | WaiverReason | null
    text: string | null
  }
}

const isWaiver = (reason: string): reason is WaiverReason => WAIVER_REASONS.includes(reason as WaiverReason)

/** Why the case ended without approval, in the words of the letter, or with conditions left open. */
export function CaseEnded({ state, ending }: CaseEndedProps) {
  const { t } = useTranslation('case')
  const { t: casework } = useTranslation('casework')
  const { t: ofDocuments } = useTranslation('documents')
  return (
    <Card kind="asks" title={t(`state.${state}`)}>
      {ending.reason ? (
        <p className="font-semibold">
          {isWaiver(ending.reason)
            ? casework('close.closed', { reason: casework(`close.reason.${ending.reason}`) })
            : ofDocuments(`reason.${ending.reason}`)}
        </p>
      ) : null}
      {ending.text ? <p className="whitespace-pre-line">{ending.text}</p> : null}
    </Card>
  )
}
