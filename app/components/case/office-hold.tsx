import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { OfferedHoldMove, OfferStanding } from '~/domain/land/hold'
import { useTranslation } from '~/locales/use-translation'
import { useWho } from './history-words'
import { HoldFacts, type HoldShown, HoldTag } from './hold-facts'

interface OfficeHoldProps {
  number: string
  held: { hold: HoldShown | null; offer: OfferStanding; moves: OfferedHoldMove[] }
}

/** The hold of a case, and what may be done with it: for those who may not, who may and why not they. */
export function OfficeHold({ number, held: { hold, offer, moves } }: OfficeHoldProps) {
  const { t } = useTranslation('hold')
  const href = useHref()
  const who = useWho()
  if (!hold && moves.length === 0) return null
  return (
    <Card id="hold" title={t('title')} aside={hold ? <HoldTag state={hold.state} /> : null}>
      {hold ? <HoldFacts hold={hold} /> : <p className="text-ink-soft">{t('none')}</p>}
      {offer === 'missing' && moves.some(({ move }) => move === 'activate') ? (
        <NoticeBanner tone="amber">{t('offerMissing')}</NoticeBanner>
      ) : null}
      <ul className="actions no-print mt-3">
        {moves.map(({ move, whyNot, roles }) => (
          <li key={move}>
            {whyNot === null ? (
              <ButtonLink
                to={href(`/office/cases/${number}/hold/${move}`)}
                kind={move === 'release' ? 'danger' : 'outline'}
              >
                {t(`action.${move}`)}
              </ButtonLink>
            ) : (
              <Button
                type="button"
                kind="outline"
                whyNot={t(whyNot === 'developer-offer-needed' ? 'whyNot.offer' : 'whyNot.role', {
                  who: roles.map(who).join(' / '),
                })}
              >
                {t(`action.${move}`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
