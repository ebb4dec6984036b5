import { useFormat } from '~/components/kit/format'
import { StaleForm, type StaleFormProps } from '~/components/kit/stale-form'
import { useTranslation } from '~/locales/use-translation'

/** Somebody else answered for a fact while its form was being filled in. */
export function StaleFact({ answer, labels }: Pick<StaleFormProps, 'answer' | 'labels'>) {
  const { t } = useTranslation('stale')
  const { day } = useFormat()
  return (
    <StaleForm
      answer={answer}
      title={t('fact.title')}
      text={(told) => t('fact.text', { by: told.by, at: told.at })}
      then={t('fact.then')}
      labels={labels}
      say={(field, value) => (field === 'confirmedUntil' ? day(value) : undefined)}
    />
  )
}
