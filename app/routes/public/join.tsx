import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { joinOrganization } from '~/commands/party/join-organization.server'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { BadLink } from '~/components/party/bad-link'
import { JoinForm } from '~/components/party/join-form'
import { type JoinAsNew, joinAsNewForm, joinForm } from '~/forms/organization'
import { answerRefusal, formRefused, limit, readForm, seeOther } from '~/infra/http.server'
import { beginSession, openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { joinLink } from '~/queries/party/join-link.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const token = args.params.token ?? ''
  return {
    meta: pageMeta(visit.lang, 'organization', 'join'),
    link: await joinLink(visit.ctx, token),
    path: `/join/${token}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('sign-in', visit.ip)
  const token = args.params.token ?? ''
  const isNew = (await joinLink(visit.ctx, token))?.by === 'new_account'
  const form = await readForm<JoinAsNew | null>(args.request, isNew ? joinAsNewForm : joinForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const account = form.value
  const verdict = await joinOrganization(visit.ctx, { token, account })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  if (account) await beginSession(args, verdict.value.personId)
  return seeOther(`/${visit.lang}/my/organization/${verdict.value.organizationId}?joined`)
}

export default function Join() {
  const { link, path } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('organization')
  const href = useHref()
  if (link === null) return <BadLink again="/sign-in" />
  return (
    <AccountPage title={t('join.title')} lead={t('join.lead', { by: link.invitedBy, organization: link.organization })}>
      <JoinForm link={link} signIn={`${href('/sign-in')}?next=${encodeURIComponent(href(path))}`} answer={answer} />
    </AccountPage>
  )
}
