import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

const ACTS = [
  'plot.add',
  'plot.edit',
  'plot.ask_review',
  'plot.take_back',
  'plot.return',
  'plot.publish',
  'plot.publish_missed',
  'plot.withdraw',
  'plot.schedule',
  'plot.cancel_schedule',
  'plot.split',
  'plot.merge',
  'plot.realign',
  'plot.retire',
  'plot.set_vertices',
  'plot.record_rung',
  'plot.withdraw_rung',
  'plot.withdraw_stale',
  'fact.confirm',
  'fact.change',
] as const
type PlotAct = (typeof ACTS)[number]
const isPlotAct = (act: string): act is PlotAct => (ACTS as readonly string[]).includes(act)

/** What a change of a plot is called. */
export function usePlotActWord(): (act: string) => string {
  const { t } = useTranslation('inventory')
  return (act) => (isPlotAct(act) ? t(`act.${act.replace('.', '_') as 'plot_add'}`) : act)
}

/** Who changed the plot while its form was being filled in. */
export function OfficePlotConflict({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('land')
  const { instant } = useFormat()
  const actWord = usePlotActWord()
  const values = answer?.errors.find(({ code }) => code === 'conflict')?.values
  if (!values?.at) return null
  return (
    <div className="mb-4">
      <NoticeBanner tone="amber">
        <p className="font-semibold">{t('office.conflict.title')}</p>
        <p>
          {t('office.conflict.text', {
            by: String(values.by),
            act: actWord(String(values.act)),
            at: instant(String(values.at)),
          })}
        </p>
        <p>{t('office.conflict.kept')}</p>
      </NoticeBanner>
    </div>
  )
}
