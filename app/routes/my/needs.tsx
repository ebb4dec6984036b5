import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useHref } from '~/components/kit/use-lang'
import { NeedFacts } from '~/components/match/need-facts'
import { RunsList } from '~/components/match/runs-list'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myNeeds } from '~/queries/match/my-needs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'need.read')
  return { meta: pageMeta(visit.lang, 'need', 'list'), ...(await myNeeds(visit.ctx)) }
}

export default function MyNeeds() {
  const { needs, runs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('need')
  const href = useHref()
  const find = <ButtonLink to={href('/match')}>{t('find')}</ButtonLink>
  return (
    <div className="grid gap-5">
      <header>
        <h1>{t('list.title')}</h1>
        <p className="text-ink-soft">{t('intro')}</p>
      </header>
      {needs.length === 0 ? (
        <Empty title={t('none')} actions={find}>
          {t('noneText')}
        </Empty>
      ) : (
        <>
          <p>{find}</p>
          <ul className="grid gap-4 md:grid-cols-2">
            {needs.map(({ id, name, organization, need, names, alert }) => (
              <li key={id}>
                <Card title={<Link to={href(`/my/needs/${id}`)}>{name}</Link>}>
                  <p className="mb-2 text-sm text-ink-soft">
                    {organization} · {t(`rhythm.${alert}`)}
                  </p>
                  <NeedFacts need={need} names={names} />
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
      {runs.length > 0 ? (
        <Card title={t('runsAll')}>
          <RunsList runs={runs} named />
        </Card>
      ) : null}
    </div>
  )
}
