import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

const ACTS = [
  'plot_add',
  'plot_edit',
  'plot_ask_review',
  'plot_take_back',
  'plot_return',
  'plot_publish',
  'plot_publish_missed',
  'plot_withdraw',
  'plot_schedule',
  'plot_cancel_schedule',
  'plot_split',
  'plot_merge',
  'plot_realign',
  'plot_retire',
  'plot_set_vertices',
  'plot_record_rung',
  'plot_withdraw_rung',
  'plot_withdraw_stale',
  'plot_restore',
  'plot_remove',
  'fact_confirm',
  'fact_change',
] as const

/** What a change of a plot is called. */
export function usePlotActWord(): (act: string) => string {
  const { t } = useTranslation('inventory')
  return (act) => {
    const known = ACTS.find((one) => one === act.replace('.', '_'))
    return known ? t(`act.${known}`) : act
  }
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
