import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import type { HoldState, OfferedHoldMove, OfferStanding } from '~/domain/land/hold'
import { useTranslation } from '~/locales/use-translation'
import { HoldFacts, type HoldShown, HoldTag } from './hold-facts'

interface MyHoldProps {
  number: string
  held: { hold: HoldShown | null; offer: OfferStanding; moves: OfferedHoldMove[] }
}

/** What is held for the investor's case, through which day, and what became of it. */
export function MyHold({ number, held: { hold, offer, moves } }: MyHoldProps) {
  const { t } = useTranslation('hold')
  const href = useHref()
  const mayAsk = moves.some(({ move, whyNot }) => move === 'request' && whyNot === null)
  if (!hold && !mayAsk) return null
  const textOf = (state: HoldState) => {
    if (state === 'requested') return t(offer === 'missing' ? 'my.requestedOffer' : 'my.requested')
    if (state === 'active' || state === 'extended') return t('my.active')
    return state === 'none' ? null : t(`my.${state}`)
  }
  return (
    <Card id="hold" title={t('title')} aside={hold ? <HoldTag state={hold.state} /> : null}>
      {hold ? (
        <>
          <p className="mb-3">{textOf(hold.state)}</p>
          <HoldFacts hold={hold} />
        </>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
      {mayAsk ? (
        <p className="no-print mt-3">
          <Link to={href(`/my/cases/${number}/hold`)}>{t('my.ask.title')}</Link>
        </p>
      ) : null}
    </Card>
  )
}
