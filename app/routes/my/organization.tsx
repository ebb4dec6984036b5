import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Details } from '~/components/kit/details'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { InvitationTable } from '~/components/party/invitation-table'
import { MemberTable } from '~/components/party/member-table'
import { OrganizationHead } from '~/components/party/organization-head'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { organizationPage } from '~/queries/party/organization-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const page = orThrow(await organizationPage(visit.ctx, args.params.id ?? ''))
  const query = new URL(args.request.url).searchParams
  return {
    meta: pageMeta(visit.lang, 'organization', 'members'),
    page,
    invited: query.get('invited'),
    joined: query.has('joined'),
  }
}

export default function OrganizationPage() {
  const { page, invited, joined } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  const { day } = useFormat()
  const href = useHref()
  const present = page.members.filter(({ state }) => state !== 'ended')
  const former = page.members.filter(({ state }) => state === 'ended')
  const table = { organizationId: page.id, manages: page.manages }
  return (
    <div className="grid gap-5">
      <OrganizationHead organization={page} at="members" />
      {invited ? <NoticeBanner tone="pine">{t('invite.sent', { email: invited })}</NoticeBanner> : null}
      {joined ? <NoticeBanner tone="pine">{t('join.done', { organization: page.name })}</NoticeBanner> : null}
      {page.ownMandate ? (
        <NoticeBanner tone="sky">
          {t('mandate.own', {
            organization: page.name,
            day: day(page.ownMandate.untilDay),
            scope: page.ownMandate.scope,
          })}
        </NoticeBanner>
      ) : null}
      <Card
        title={t('members.heading')}
        aside={
          page.manages ? (
            <span className="flex flex-wrap gap-2">
              <ButtonLink to={href(`/my/organization/${page.id}/rename`)} kind="quiet">
                {t('rename.title')}
              </ButtonLink>
              <ButtonLink to={href(`/my/organization/${page.id}/invite`)} kind="outline">
                {t('invite.title')}
              </ButtonLink>
            </span>
          ) : null
        }
      >
        <MemberTable caption={t('members.heading')} rows={present} {...table} />
      </Card>
      {page.invitations.length > 0 ? (
        <Card title={t('invitation.title')}>
          <InvitationTable organizationId={page.id} rows={page.invitations} />
        </Card>
      ) : null}
      {former.length > 0 ? (
        <Details summary={t('members.former', { count: former.length })}>
          <p className="text-sm text-ink-soft">{t('members.formerText')}</p>
          <MemberTable caption={t('members.former', { count: former.length })} rows={former} {...table} />
        </Details>
      ) : null}
    </div>
  )
}
