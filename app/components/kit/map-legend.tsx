import { markOf } from '~/domain/land/map-colour'
import { COMMERCIAL_STATES } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

/** How a map coloured by readiness marks plots that are not free. */
export function TakenLegend() {
  const { t } = useTranslation('common')
  return (
    <>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <rect x="0.5" y="0.5" width="13" height="13" className="rung-5" />
          <path d="M0 14 14 0M0 7 7 0M7 14l7-7" className="map-hatch" />
        </svg>
        {t('map.heldLegend')}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <rect x="0.5" y="0.5" width="13" height="13" className="map-plot-taken" />
        </svg>
        {t('map.taken')}
      </li>
    </>
  )
}

/** The commercial states with their colours and the letters that stand on the plots. */
export function CommercialLegend() {
  const { t } = useTranslation('land')
  return (
    <ul className="legend">
      {COMMERCIAL_STATES.map((state) => (
        <li key={state}>
          <svg width="14" height="14" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="13" className={`state-${state} rung-edge`} />
          </svg>
          {markOf('commercial', 'planned', state)} {t(`commercial.${state}`)}
        </li>
      ))}
    </ul>
  )
}
