import type { ReactNode } from 'react'
import { RUNGS, type Rung } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

interface ReadinessBarProps {
  rung: Rung
  /** After the word: since when, or when the next rung is expected. */
  children?: ReactNode
}

/** How far a plot has come towards "leasable": eight boxes, those reached filled, and the rung's word. */
export function ReadinessBar({ rung, children }: ReadinessBarProps) {
  const { t } = useTranslation('common')
  const reached = RUNGS.indexOf(rung) + 1
  const word = t(`readiness.${rung}`)
  return (
    <span className="readiness">
      <svg width="119" height="10" role="img" aria-label={t('readiness.of', { rung: reached, word })}>
        {RUNGS.map((each, index) => (
          <rect
            key={each}
            x={index * 15 + 0.5}
            y="0.5"
            width="13"
            height="9"
            className={index < reached ? `rung-${index + 1} ${index < 5 ? 'rung-edge' : ''}` : 'rung-empty'}
          />
        ))}
      </svg>
      <span>
        <span aria-hidden="true">{word}</span>
        {children ? <>, {children}</> : null}
      </span>
    </span>
  )
}

/** The eight rungs with their colours, for a map or a list. */
export function ReadinessLegend() {
  const { t } = useTranslation('common')
  return (
    <ul className="legend" aria-label={t('readiness.legend')}>
      {RUNGS.map((rung, index) => (
        <li key={rung}>
          <svg width="14" height="14" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="13" className={`rung-${index + 1} rung-edge`} />
          </svg>
          {index + 1} {t(`readiness.${rung}`)}
        </li>
      ))}
    </ul>
  )
}
