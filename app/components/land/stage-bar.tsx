import { useFormat } from '~/components/kit/format'
import { LAND_STAGES, type LandStage } from '~/domain/land/fill-rate'
import { useTranslation } from '~/locales/use-translation'

type Stages = Record<LandStage, number>

/** How far a zone's land has come: one bar, its parts in words beside it. */
export function StageBar({ stages }: { stages: Stages }) {
  const { t } = useTranslation('land')
  const total = LAND_STAGES.reduce((sum, stage) => sum + stages[stage], 0)
  const parts = LAND_STAGES.filter((stage) => stages[stage] > 0)
  let x = 0
  return (
    <svg className="stage-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((stage) => {
        const width = (stages[stage] / total) * 100
        x += width
        return (
          <rect
            key={stage}
            x={x - width}
            y="0"
            width={Math.max(width - 0.25, 0.25)}
            height="4"
            className={`stage-${stage}`}
          >
            <title>{t(`stage.${stage}`)}</title>
          </rect>
        )
      })}
    </svg>
  )
}

/** The same in words: stage and hectares. */
export function StageWords({ stages }: { stages: Stages }) {
  const { t } = useTranslation('land')
  const { number } = useFormat()
  return (
    <span className="stage-words">
      {LAND_STAGES.filter((stage) => stages[stage] > 0)
        .map((stage) => t('stageArea', { stage: t(`stage.${stage}`), area: number(stages[stage] / 10_000, 0) }))
        .join(' · ')}
    </span>
  )
}

/** What the colours of the bars mean. */
export function StageLegend() {
  const { t } = useTranslation('land')
  return (
    <ul className="legend">
      {LAND_STAGES.map((stage) => (
        <li key={stage}>
          <svg width="14" height="14" aria-hidden="true">
            <rect x="0.5" y="0.5" width="13" height="13" className={`stage-${stage} rung-edge`} />
          </svg>
          {t(`stage.${stage}`)}
        </li>
      ))}
    </ul>
  )
}
