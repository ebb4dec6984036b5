import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { PlaceState } from '~/domain/land/waiting'
import { useTranslation } from '~/locales/use-translation'

export interface MyPlaceData {
  number: string
  plots: string[]
  place: {
    state: PlaceState
    position: number
    hash: string
    askedAt: string
    before: number | null
    offerUntil: string | null
    ready: boolean
    lost: { code: string; became: string } | null
    leased: string | null
  } | null
  offerDays: number
  mayJoin: boolean
  mayAccept: boolean
  mayGiveUp: boolean
}

const TONES: Record<PlaceState, Tone> = {
  waiting: 'sky',
  offered: 'amber',
  accepted: 'pine',
  declined: 'neutral',
  lapsed: 'neutral',
  left: 'neutral',
}

/** The case's place in the line: how many go before, what is offered and until when, and what can be answered. */
export function MyPlace({ page }: { page: MyPlaceData }) {
  const { t } = useTranslation('hold')
  const { instant, until } = useFormat()
  const href = useHref()
  const { place, number } = page
  if (!place && !page.mayJoin) return null
  const plots = page.plots.join(', ')
  return (
    <Card
      id="line"
      title={t('line.title')}
      kind={page.mayAccept ? 'asks' : 'plain'}
      aside={place ? <StatusTag tone={TONES[place.state]}>{t(`line.state.${place.state}`)}</StatusTag> : null}
    >
      {place ? (
        <>
          <p className="mb-3">
            {place.lost
              ? t('line.lost', place.lost)
              : place.leased
                ? t('line.leased', { plot: place.leased })
                : place.state === 'waiting'
                  ? t(place.before === 0 ? 'line.next' : 'line.before', { count: place.before ?? 0, plots })
                  : place.state === 'offered'
                    ? t('line.offered', { plots, until: until(place.offerUntil ?? place.askedAt) })
                    : t(`line.was.${place.state}`)}
            {place.state === 'waiting' && !place.lost && !place.leased && !place.ready
              ? ` ${t('line.notReady')}`
              : null}
          </p>
          <Facts
            items={[
              { label: t('line.position'), value: t('line.positionOf', { position: place.position }) },
              { label: t('line.askedAt'), value: instant(place.askedAt) },
              { label: t('line.hash'), value: <code className="break-all text-xs">{place.hash}</code> },
            ]}
          />
        </>
      ) : (
        <p>{t('line.none', { plots })}</p>
      )}
      <div className="actions no-print mt-3">
        {page.mayAccept ? (
          <ButtonLink to={href(`/my/cases/${number}/line/accept`)}>{t('line.accept.title')}</ButtonLink>
        ) : null}
        {page.mayJoin ? (
          <ButtonLink kind="outline" to={href(`/my/cases/${number}/line/join`)}>
            {t('line.join.title')}
          </ButtonLink>
        ) : null}
        {page.mayGiveUp ? (
          <ButtonLink kind="quiet" to={href(`/my/cases/${number}/line/leave`)}>
            {t(page.mayAccept ? 'line.decline' : 'line.leave.title')}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  )
}
