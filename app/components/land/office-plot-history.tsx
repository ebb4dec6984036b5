import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { RefusalText } from '~/components/kit/refusal-text'
import { isRung } from '~/domain/land/readiness'
import type { RefusalCode } from '~/domain/refusal'
import { useTranslation } from '~/locales/use-translation'
import { usePlotActWord } from './office-plot-conflict'

interface OfficePlotHistoryProps {
  facts: {
    id: string
    key: string
    value: string
    source: string
    confirmedOn: string
    confirmedUntil: string | null
    inForce: boolean
  }[]
  history: {
    id: string
    at: string
    act: string
    by: string | null
    why: { reason: string } | { refusal: RefusalCode } | null
  }[]
}

/** What was said of a plot and until when it holds, and who changed it. */
export function OfficePlotHistory({ facts, history }: OfficePlotHistoryProps) {
  const { t } = useTranslation(['land', 'common'])
  const { day, instant, number } = useFormat()
  const actWord = usePlotActWord()
  const word = ({ key, value }: OfficePlotHistoryProps['facts'][number]) => {
    if (key === 'price_usd_per_m2') return t('common:unit.usdPerM2', { value: number(value) })
    return isRung(value) ? t(`readiness.${value}`) : `${key}: ${value}`
  }
  return (
    <div className="grid gap-4">
      <Card title={t('office.facts')}>
        <ul className="grid gap-2 text-sm">
          {facts.map((fact) => (
            <li key={fact.id} className={fact.inForce ? '' : 'text-ink-faint'}>
              <strong>{word(fact)}</strong>
              {fact.confirmedUntil ? ` · ${t('price.until', { day: day(fact.confirmedUntil) })}` : null}
              <span className="block">
                {fact.source.startsWith('illustrative:') ? t('facts.generated') : fact.source}, {day(fact.confirmedOn)}
                {fact.inForce ? null : ` · ${t('office.superseded')}`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('office.history')}>
        {history.length === 0 ? <p className="text-sm text-ink-soft">{t('office.noHistory')}</p> : null}
        <ol className="grid gap-1 text-sm">
          {history.map((entry) => (
            <li key={entry.id}>
              {instant(entry.at)} · {actWord(entry.act)} {entry.by ? `· ${entry.by}` : null}
              {entry.why ? (
                <span className="block text-ink-soft">
                  {'reason' in entry.why ? entry.why.reason : <RefusalText code={entry.why.refusal} />}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}
