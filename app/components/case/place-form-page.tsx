import { useFormat } from '~/components/kit/format'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { MyCaseForm } from './my-case-form'
import type { MyPlaceData } from './my-place'

interface PlaceFormPageProps {
  made: 'join' | 'accept' | 'leave'
  page: MyPlaceData & { project: string }
  answer: FormAnswer | undefined
}

/** Joining the line, taking what it offers, or leaving it: what it means, and one button. */
export function PlaceFormPage({ made, page, answer }: PlaceFormPageProps) {
  const { t } = useTranslation('hold')
  const { until } = useFormat()
  const declines = made === 'leave' && page.place?.state === 'offered'
  const about = {
    plots: page.plots.join(', '),
    count: page.offerDays,
    until: page.place?.offerUntil ? until(page.place.offerUntil) : '',
  }
  return (
    <MyCaseForm
      number={page.number}
      about={page.project}
      title={declines ? t('line.decline') : t(`line.${made}.title`)}
      send={declines ? t('line.decline') : t(`line.${made}.send`)}
      danger={made === 'leave'}
      answer={answer}
    >
      {t(`line.${made}.text`, about)}
    </MyCaseForm>
  )
}
