import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import type { MatchAnswer } from '~/domain/match/match'
import type { RunChange } from '~/domain/match/run-changes'
import { useTranslation } from '~/locales/use-translation'
import { useCriterionWords } from './criterion-words'

interface RunChangesProps {
  kept: Pick<MatchAnswer, 'feasibleCount' | 'ruleVersion' | 'dataVersion'>
  now: Pick<MatchAnswer, 'feasibleCount' | 'ruleVersion' | 'dataVersion'> | null
  changes: readonly RunChange[]
}

/** What has changed since a shortlist was kept: how many fit, by which rules, and each candidate that moved. */
export function RunChanges({ kept, now, changes }: RunChangesProps) {
  const { t } = useTranslation('need')
  const { number } = useFormat()
  const words = useCriterionWords()
  const said = ({ from, now: standing }: RunChange): string => {
    if (!standing.fits) {
      return standing.why === 'fails'
        ? t('run.fails', { criteria: standing.keys.map(words.name).join(', ') })
        : t(`run.${standing.why}`)
    }
    const to = number(standing.score, 2)
    return from === null ? t('run.fresh', { score: to }) : t('run.score', { from: number(from, 2), to })
  }
  if (now === null) return <Card title={t('run.changed')}>{t('run.cannotCompare')}</Card>
  return (
    <Card
      title={changes.length === 0 ? t('run.same') : t('run.changed')}
      kind={changes.length === 0 ? undefined : 'anise'}
    >
      <p>{t('run.count', { from: number(kept.feasibleCount), to: number(now.feasibleCount) })}</p>
      <p>{t('run.dataNow', { data: now.dataVersion })}</p>
      {now.ruleVersion === kept.ruleVersion ? null : (
        <p>{t('run.rulesChanged', { from: kept.ruleVersion, to: now.ruleVersion })}</p>
      )}
      <ul className="mt-2 grid gap-1">
        {changes.map((change) => (
          <li key={change.site}>
            <strong>{change.site.replaceAll('+', ' + ')}</strong>: {said(change)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
