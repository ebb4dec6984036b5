import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { Form } from '~/components/kit/form'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { BasketZone } from '~/components/land/basket-zone'
import { putInBasket, takeFromBasket } from '~/domain/land/basket'
import type { FormAnswer } from '~/forms/answer'
import { basketForm } from '~/forms/land'
import { answerRefusal, formRefused, orThrow, readForm, refusalResponse, seeOther } from '~/infra/http.server'
import { basketOf, keepBasket, openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { basketPage, isPublicCode } from '~/queries/land/basket-page.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const page = await basketPage(basketOf(args.request), { lang, now })
  return data(
    { ...page, meta: pageMeta(lang, 'plot', 'basket') },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action(args: ActionFunctionArgs) {
  const { lang } = await openVisit(args)
  const form = await readForm(args.request, basketForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { act, plot } = form.value
  const basket = basketOf(args.request)
  if (act === 'add') {
    if (!(await isPublicCode(plot))) throw refusalResponse({ code: 'not-found' })
    const put = putInBasket(basket, plot)
    if (!put.ok) return answerRefusal(put.refusal, form.values)
    keepBasket(args, orThrow(put))
  } else keepBasket(args, act === 'empty' ? [] : takeFromBasket(basket, plot))
  return seeOther(`/${lang}/basket`)
}

export default function Basket() {
  const { zones, count, gone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('plot')
  const href = useHref()
  const codes = zones.flatMap((zone) => zone.plots.map((plot) => plot.code))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header>
        <h1>{t('basket.heading', { count })}</h1>
        <p className="text-ink-soft">{t('basket.lead')}</p>
      </header>
      <Form answer={answer} className="no-print">
        {gone.length > 0 ? (
          <NoticeBanner tone="amber">{t('basket.gone', { codes: gone.join(', ') })}</NoticeBanner>
        ) : null}
        {count > 0 || gone.length > 0 ? (
          <p className="actions">
            {count > 1 ? (
              <Link className="button" to={href(`/compare?plots=${codes.slice(0, 4).join(',')}`)}>
                {t(count > 4 ? 'basket.compareFirst' : 'basket.compare')}
              </Link>
            ) : null}
            <a className="button button-outline" href={href('/basket/plots.csv')}>
              {t('basket.csv')}
            </a>
            <Button kind="quiet" name="act" value="empty">
              {t('basket.empty')}
            </Button>
          </p>
        ) : null}
      </Form>
      {zones.map((zone) => (
        <BasketZone key={zone.code} zone={zone} />
      ))}
      {count === 0 ? (
        <Empty title={t('basket.none')}>
          <Link to={href('/plots')}>{t('basket.toCatalogue')}</Link>
        </Empty>
      ) : null}
    </div>
  )
}
