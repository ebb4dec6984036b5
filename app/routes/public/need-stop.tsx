import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stopAlerts } from '~/commands/match/stop-alerts.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { orThrow, readTyped, refusalResponse, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { alertsOf } from '~/queries/match/my-needs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...(data?.meta ?? []),
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { lang } = await openVisit(args)
  const alerts = await alertsOf(args.params.token ?? '')
  if (!alerts) throw refusalResponse({ code: 'not-found' })
  return { meta: pageMeta(lang, 'need', 'stop'), ...alerts }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const token = args.params.token ?? ''
  const form = await readTyped(args.request)
  orThrow(await stopAlerts(visit.ctx, { token }))
  // A mail program that pressed for its reader follows no other address (RFC 8058).
  if (form.ok && form.value['List-Unsubscribe'] === 'One-Click') return null
  return seeOther(`/${visit.lang}/needs/${token}/stop`)
}

export default function NeedStop() {
  const { name, stopped } = useLoaderData<typeof loader>()
  const { t } = useTranslation('need')
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <h1>{t('stop.title')}</h1>
      <Card>
        {stopped ? (
          <p>{t('stop.done', { name })}</p>
        ) : (
          <Form>
            <p className="mb-4">{t('stop.text', { name })}</p>
            <Button>{t('stop.send')}</Button>
          </Form>
        )}
      </Card>
    </div>
  )
}
