import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { DeskRequest } from '~/components/case/desk-request'
import { RequestFacts, RequestQuestions, RequestTag } from '~/components/case/request-standing'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { deskRequest } from '~/queries/case/developer-desk.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.read')
  const request = orThrow(await deskRequest(visit.ctx, args.params.id ?? ''))
  return { request, meta: pageMeta(visit.lang, 'desk', 'one') }
}

export default function DeskRequestPage() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const href = useHref()
  const kinds = { offer: 'main', ask: 'outline', decline: 'danger', reply: 'outline' } as const
  return (
    <div className="grid gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/desk/requests')}>← {t('list.title')}</Link>
        </p>
        <h1 className="mb-1">
          {request.number} · {request.plots.join(' + ')}
        </h1>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <DeskRequest request={request} />
        </div>
        <Card
          kind={request.state === 'asked' ? 'asks' : 'plain'}
          title={t('answer')}
          aside={<RequestTag of={request} />}
        >
          <RequestFacts of={request} />
          <RequestQuestions questions={request.questions} />
          <div className="actions no-print mt-3">
            {(['offer', 'ask', 'decline'] as const)
              .filter((made) => request.moves.includes(made))
              .map((made) => (
                <ButtonLink key={made} kind={kinds[made]} to={href(`/desk/requests/${request.id}/${made}`)}>
                  {t(made === 'offer' && request.offer ? 'action.renew' : `action.${made}`)}
                </ButtonLink>
              ))}
          </div>
        </Card>
      </div>
    </div>
  )
}
