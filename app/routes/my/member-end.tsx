import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endMembership } from '~/commands/party/end-membership.server'
import { TextField } from '~/components/kit/field'
import { SurePage } from '~/components/party/sure-page'
import { endMembershipForm } from '~/forms/organization'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { memberPage } from '~/queries/party/organization-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const { id = '', membershipId = '' } = args.params
  const page = orThrow(await memberPage(visit.ctx, id, membershipId))
  return { meta: pageMeta(visit.lang, 'organization', 'end'), ...page }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const { id: organizationId = '', membershipId = '' } = args.params
  const form = await readForm(args.request, endMembershipForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await endMembership(visit.ctx, { organizationId, membershipId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}${verdict.value.left ? '/my' : `/my/organization/${organizationId}`}`)
}

export default function EndMembership() {
  const { organization, member } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  const labels = { reason: t('end.reason') }
  const how = member.own ? 'own' : member.role === 'agent' ? 'agent' : 'other'
  return (
    <SurePage
      title={t(`end.title_${how}`)}
      lead={organization.name}
      text={t(`end.text_${how}`, { name: member.fullName })}
      send={t(`end.send_${how}`)}
      back={`/my/organization/${organization.id}`}
      answer={useActionData<typeof action>()}
      labels={labels}
    >
      <TextField name="reason" label={labels.reason} hint={t('end.reasonHint')} maxLength={300} required={false} />
    </SurePage>
  )
}
