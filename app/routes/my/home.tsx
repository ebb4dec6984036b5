import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { MyAsks } from '~/components/case/my-asks'
import { MyCases } from '~/components/case/my-cases'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myHome } from '~/queries/interest/my-home.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return { meta: pageMeta(visit.lang, 'case', 'my.home'), ...(await myHome(visit.ctx)) }
}

export default function MyHome() {
  const { organizations, emailConfirmed, drafts, asks, cases } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  const href = useHref()
  if (organizations.length === 0) {
    return (
      <>
        <h1>{t('my.home.title')}</h1>
        <Empty title={t('my.home.none')}>{t('my.home.noneText')}</Empty>
      </>
    )
  }
  const browse = <ButtonLink to={href('/plots?commercial=offered')}>{t('my.home.browse')}</ButtonLink>
  return (
    <>
      <h1>{t('my.home.title')}</h1>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-5">
          <MyAsks asks={asks} emailConfirmed={emailConfirmed} />
          {cases.length === 0 ? (
            <Empty title={t('my.home.casesNone')} actions={browse}>
              {t('my.home.casesNoneText')}
            </Empty>
          ) : (
            <MyCases cases={cases} named={organizations.length > 1} />
          )}
        </div>
        <div className="grid gap-5">
          {drafts.length > 0 ? (
            <Card title={t('my.home.drafts')}>
              <ul className="grid gap-3">
                {drafts.map((draft) => (
                  <li key={draft.id}>
                    <Link to={href(`/my/interests/${draft.id}`)} className="font-semibold">
                      {draft.project ?? t('my.home.draftUnnamed')}
                    </Link>
                    <p className="text-sm text-ink-soft">
                      {t('my.home.draftOf', { land: draft.land, when: instant(draft.updatedAt) })}
                    </p>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <Card title={t('my.home.organizations')}>
            <ul className="grid gap-2">
              {organizations.map((organization) => (
                <li key={organization.id}>
                  <Link to={href(`/my/organization/${organization.id}`)} className="font-semibold">
                    {organization.name}
                  </Link>
                  <p className="text-sm text-ink-soft">{notice(`member.${organization.role}`)}</p>
                </li>
              ))}
            </ul>
            {cases.length > 0 ? (
              <p className="mt-3">
                <Link to={href('/plots?commercial=offered')}>{t('my.home.browse')}</Link>
              </p>
            ) : null}
          </Card>
        </div>
      </div>
    </>
  )
}
