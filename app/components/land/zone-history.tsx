import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useLang } from '~/components/kit/use-lang'
import type { ZoneDetails } from '~/domain/land/zone-record'
import { useTranslation } from '~/locales/use-translation'
import { useAsOf } from './use-as-of'

/** Legal acts, phases and remarks of a zone, as the sources give them. */
export function ZoneHistory({ details }: { details: ZoneDetails }) {
  const { t } = useTranslation('land')
  const { number } = useFormat()
  const lang = useLang()
  const asOf = useAsOf()
  const { legal = [], phases = [], notes } = details
  if (legal.length === 0 && phases.length === 0 && !notes) return null
  const texts = [...legal, ...(notes ? [notes] : [])]
  const unofficial = lang !== 'vi' && texts.some((text) => text.unofficial?.includes(lang))
  return (
    <Card title={t('zone.history')}>
      {legal.length > 0 ? (
        <ul className="bullets">
          {legal.map((act) => (
            <li key={act.en}>{act[lang]}</li>
          ))}
        </ul>
      ) : null}
      {phases.length > 0 ? (
        <>
          <h3 className="mt-3 mb-1">{t('zone.phases')}</h3>
          <ul className="bullets">
            {phases.map((phase) => (
              <li key={phase.n}>
                {t('zone.phase', { n: phase.n, area: number(phase.areaHa) })}
                {phase.target ? ` ${t('zone.phaseTarget', { target: asOf(phase.target) })}` : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notes ? <p className="mt-3">{notes[lang]}</p> : null}
      {unofficial ? <p className="source-line">{t('unofficialNote')}</p> : null}
    </Card>
  )
}
