import { Link } from '@remix-run/react'
import { useHref } from '~/components/kit/use-lang'
import type { PlaceReason } from '~/domain/land/places'
import { useTranslation } from '~/locales/use-translation'

interface PlacesFoundProps {
  places: readonly {
    why: PlaceReason
    former: string | null
    district: string
    partly: boolean
    communes: readonly { name: string; zones: readonly { code: string; name: string }[] }[]
  }[]
}

/** What the words of a search mean as a place of today or of before, and which zones lie there now. */
export function PlacesFound({ places }: PlacesFoundProps) {
  const { t } = useTranslation('place')
  if (places.length === 0) return null
  return (
    <section className="card mb-4" aria-label={t('title')}>
      <h2 className="text-base">{t('title')}</h2>
      <ul className="m-0 grid list-none gap-2 p-0">
        {places.map((place) => (
          <li key={`${place.former} ${place.district} ${place.communes[0]?.name}`}>
            {place.former === null ? null : (
              <span>
                {t(place.why === 'former_district' ? 'districtNow' : place.partly ? 'partNow' : 'unitNow', place)}{' '}
              </span>
            )}
            {place.communes.map(({ name, zones }, index) => (
              <span key={name}>
                {index > 0 ? '; ' : null}
                <strong>{name}</strong>
                {place.former === null ? ` (${t('before', place)})` : null}
                <Zones zones={zones} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="source-line">{t('note')}</p>
    </section>
  )
}

function Zones({ zones }: { zones: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation('place')
  const href = useHref()
  if (zones.length === 0) return <span className="text-ink-faint"> – {t('noZone')}</span>
  return (
    <>
      {' – '}
      {zones.map(({ code, name }, index) => (
        <span key={code}>
          {index > 0 ? ', ' : null}
          <Link to={href(`/zones/${code}`)}>{name}</Link>
        </span>
      ))}
    </>
  )
}
