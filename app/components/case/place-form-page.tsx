import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import type { MyPlaceData } from './my-place'

interface PlaceFormPageProps {
  made: 'join' | 'accept' | 'leave'
  page: MyPlaceData & { project: string }
  answer: FormAnswer | undefined
}

/** Joining the line, taking what it offers, or leaving it: what it means, and one button. */
export function PlaceFormPage({ made, page, answer }: PlaceFormPageProps) {
  const { t } = useTranslation(['hold', 'common'])
  const { until } = useFormat()
  const href = useHref()
  const declines = made === 'leave' && page.place?.state === 'offered'
  const about = {
    plots: page.plots.join(', '),
    count: page.offerDays,
    until: page.place?.offerUntil ? until(page.place.offerUntil) : '',
  }
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {page.number} · {page.project}
        </p>
        <h1 className="mt-1 mb-0">{declines ? t('line.decline') : t(`line.${made}.title`)}</h1>
      </header>
      <Card>
        <p className="mb-4">{t(`line.${made}.text`, about)}</p>
        <Form answer={answer}>
          <div className="flex flex-wrap gap-3">
            <Button kind={made === 'leave' ? 'danger' : 'main'}>
              {declines ? t('line.decline') : t(`line.${made}.send`)}
            </Button>
            <ButtonLink to={href(`/my/cases/${page.number}`)} kind="quiet">
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
