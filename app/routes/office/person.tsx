import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { GrantTable } from '~/components/party/grant-table'
import { PersonStateTag } from '~/components/party/person-state-tag'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { personDetail } from '~/queries/party/person-detail.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const person = orThrow(await personDetail({ id: args.params.id ?? '', lang: visit.lang, now: visit.now }))
  return {
    person,
    invited: new URL(args.request.url).searchParams.has('invited'),
    meta: pageMeta(visit.lang, 'admin', 'person'),
  }
}

export default function PersonPage() {
  const { person, invited } = useLoaderData<typeof loader>()
  const { t } = useTranslation('admin')
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  const href = useHref()
  const own = href(`/office/admin/people/${person.id}`)
  const closed = person.state === 'deactivated'
  return (
    <div className="grid gap-4">
      <p>
        <Link to={href('/office/admin/people')}>← {t('person.back')}</Link>
      </p>
      <header className="flex flex-wrap items-center gap-3">
        <h1>{person.fullName}</h1>
        <PersonStateTag state={person.state} />
      </header>
      {invited ? <NoticeBanner tone="pine">{t('invite.sent', { email: person.email })}</NoticeBanner> : null}
      <Card title={t('person.facts')}>
        <Facts
          items={[
            { label: t('people.email'), value: person.email },
            { label: t('person.phone'), value: person.phone },
            { label: t('person.lang'), value: person.lang.toUpperCase() },
            {
              label: t('person.organizations'),
              value: person.memberships.map((one) => `${one.name} (${notice(`member.${one.role}`)})`).join('; '),
            },
            { label: t('person.created'), value: instant(person.createdAt) },
            { label: t('person.confirmed'), value: person.emailConfirmedAt && instant(person.emailConfirmedAt) },
            { label: t('person.deactivated'), value: person.deactivatedAt && instant(person.deactivatedAt) },
          ]}
        />
        <div className="actions">
          <ButtonLink to={`${own}/${closed ? 'reactivate' : 'deactivate'}`} kind={closed ? 'outline' : 'danger'}>
            {t(closed ? 'reactivate.title' : 'deactivate.title')}
          </ButtonLink>
          <Link to={`${href('/office/admin/audit')}?person=${encodeURIComponent(person.email)}`}>
            {t('person.audit')}
          </Link>
        </div>
      </Card>
      <Card title={t('person.roles')}>
        <GrantTable grants={person.grants} own={own} />
        {closed ? null : (
          <div className="actions">
            <ButtonLink to={`${own}/roles/new`}>{t('grant.title')}</ButtonLink>
          </div>
        )}
      </Card>
    </div>
  )
}
