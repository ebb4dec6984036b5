import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawInvitation } from '~/commands/party/withdraw-invitation.server'
import { SurePage } from '~/components/party/sure-page'
import { removeForm } from '~/forms/interest'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { organizationPage } from '~/queries/party/organization-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const page = orThrow(await organizationPage(visit.ctx, args.params.id ?? ''))
  requireMay(visit, args.request, 'organization.manage', { organizationId: page.id })
  const invitation = page.invitations.find(({ id }) => id === args.params.invitationId)
  if (!invitation) throw refusalResponse({ code: 'not-found' })
  return { meta: pageMeta(visit.lang, 'organization', 'withdraw'), id: page.id, email: invitation.email }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const { id: organizationId = '', invitationId = '' } = args.params
  requireMay(visit, args.request, 'organization.manage', { organizationId })
  const form = await readForm(args.request, removeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await withdrawInvitation(visit.ctx, { organizationId, invitationId })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}`)
}

export default function WithdrawInvitation() {
  const { id, email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  return (
    <SurePage
      title={t('withdraw.title')}
      text={t('withdraw.text', { email })}
      send={t('withdraw.send')}
      back={`/my/organization/${id}`}
      answer={useActionData<typeof action>()}
    />
  )
}
