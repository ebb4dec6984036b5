import { useFormat } from '~/components/kit/format'
import { StaleForm, type StaleFormProps } from '~/components/kit/stale-form'
import { type Text, textIn } from '~/domain/text'
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

/** Who changed the plot while its form was being filled in, and where the form differs from it. */
export function OfficePlotConflict({ answer, labels, say }: Pick<StaleFormProps, 'answer' | 'labels' | 'say'>) {
  const { t } = useTranslation('land')
  const actWord = usePlotActWord()
  return (
    <StaleForm
      answer={answer}
      title={t('office.conflict.title')}
      text={({ by, act, at }) => t('office.conflict.text', { by, act: actWord(act), at })}
      then={t('office.conflict.kept')}
      labels={labels}
      say={say}
    />
  )
}

/** What stands in a field of the plot's form, in words. */
export function usePlotValue(sectors: readonly { slug: string; name: Text }[]): NonNullable<StaleFormProps['say']> {
  const { t, i18n } = useTranslation(['land', 'stale'])
  const { lang, day } = useFormat()
  return (field, value) => {
    if (field === 'sectors') {
      const sector = sectors.find(({ slug }) => slug === value)
      return sector ? textIn(sector.name, lang) : value
    }
    if (field === 'ring') return t('stale:drawing', { count: Math.max(0, value.split('[').length - 3) })
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
    const key = `${field}.${value}`
    return i18n.exists(key, { ns: 'land' }) ? (t as (key: string) => string)(`land:${key}`) : value
  }
}
