import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { keepUntil, orThrow } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { publicReceipt } from '~/queries/interest/public-receipt.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { receipt, checkedAt, checkedAgainAt } = orThrow(await publicReceipt(args.params.number ?? ''))
  return data(
    { meta: pageMeta(lang, 'interest', 'receipt'), receipt, checkedAt: checkedAt.toISOString() },
    { headers: keepUntil(now, checkedAgainAt) },
  )
}

export default function Receipt() {
  const { receipt, checkedAt } = useLoaderData<typeof loader>()
  const { t } = useTranslation('interest')
  const { instant, number } = useFormat()
  const count = number(receipt.position)
  const hash = (value: string) => <code className="break-all text-sm">{value}</code>
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <h1 className="m-0">
        {t('receipt.heading', { number: '' })} <span className="whitespace-nowrap">{receipt.number}</span>
      </h1>
      <NoticeBanner tone={receipt.chainValid ? 'pine' : 'brick'}>
        <p className="font-semibold">{t(receipt.chainValid ? 'receipt.valid' : 'receipt.invalid')}</p>
        <p>
          {receipt.chainValid ? t('receipt.validText', { count, at: instant(checkedAt) }) : t('receipt.invalidText')}
        </p>
      </NoticeBanner>
      <Card>
        <Facts
          items={[
            { label: t('receipt.submittedAt'), value: instant(receipt.submittedAt) },
            { label: t('receipt.position'), value: count },
            { label: t('receipt.hash'), value: hash(receipt.hash) },
            {
              label: t('receipt.previousHash'),
              value: receipt.previousHash ? hash(receipt.previousHash) : t('receipt.first'),
            },
          ]}
        />
      </Card>
      <p className="text-ink-soft">{t('receipt.what')}</p>
      <p>
        <a href={`/api/v1/receipts/${receipt.number}`}>{t('receipt.program')}</a>
      </p>
    </div>
  )
}
