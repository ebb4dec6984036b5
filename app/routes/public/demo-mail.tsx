import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { Pager } from '~/components/kit/pager'
import { PlainText } from '~/components/notice/plain-text'
import { refusalResponse } from '~/infra/http.server'
import { rootData } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { outbox } from '~/queries/notice/outbox.server'

export const meta: MetaFunction = () => [
  { title: 'Thư đã gửi (demo) · Cột Mốc' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { demo } = await rootData(args)
  if (!demo) throw refusalResponse({ code: 'not-found' })
  const query = new URL(args.request.url).searchParams
  return outbox({ after: query.get('after'), before: query.get('before') })
}

export default function DemoMail() {
  const { rows, before, after } = useLoaderData<typeof loader>()
  const { t } = useTranslation('party')
  const { instant } = useFormat()
  return (
    <div className="grid max-w-3xl gap-5">
      <header className="grid gap-2">
        <h1>{t('demo.mailTitle')}</h1>
        <p className="text-ink-soft">
          {t('demo.mailText')} The demonstration sends no mail; all of it is here. 演示版邮件均在此处。
        </p>
      </header>
      {rows.length === 0 ? <Empty title={t('demo.none')}>{t('demo.noneText')}</Empty> : null}
      {rows.map((mail) => (
        <Card
          key={mail.id}
          title={<span lang={mail.lang}>{mail.subject}</span>}
          aside={<span className="text-sm text-ink-faint">{instant(mail.createdAt)}</span>}
        >
          <p className="mb-3 text-sm text-ink-faint">
            {t('demo.to')}: {mail.toName} &lt;{mail.toEmail}&gt;
          </p>
          <PlainText text={mail.text} lang={mail.lang} />
        </Card>
      ))}
      <Pager previous={before && `/demo/mail?before=${before}`} next={after && `/demo/mail?after=${after}`} />
    </div>
  )
}
