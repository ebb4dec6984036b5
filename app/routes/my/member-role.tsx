import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeMemberRole } from '~/commands/party/change-member-role.server'
import { RadioField } from '~/components/kit/field'
import { SurePage } from '~/components/party/sure-page'
import { CHANGED_ROLES } from '~/domain/party/membership'
import { memberRoleForm } from '~/forms/organization'
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
  requireMay(visit, args.request, 'organization.manage', { organizationId: id })
  return { meta: pageMeta(visit.lang, 'organization', 'role'), ...page }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const { id: organizationId = '', membershipId = '' } = args.params
  requireMay(visit, args.request, 'organization.manage', { organizationId })
  const form = await readForm(args.request, memberRoleForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await changeMemberRole(visit.ctx, { organizationId, membershipId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}`)
}

export default function MemberRolePage() {
  const { organization, member } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  const { t: notice } = useTranslation('notice')
  const labels = { role: t('member.role') }
  return (
    <SurePage
      title={t('role.title')}
      lead={`${member.fullName} · ${organization.name}`}
      text={t('role.text', { role: notice(`member.${member.role}`) })}
      send={t('role.send')}
      kind="main"
      back={`/my/organization/${organization.id}`}
      answer={useActionData<typeof action>()}
      labels={labels}
    >
      <RadioField
        name="role"
        label={labels.role}
        value={member.role}
        choices={CHANGED_ROLES.map((value) => ({
          value,
          label: notice(`member.${value}`),
          hint: t(`roleHelp.${value}`),
        }))}
        required
      />
    </SurePage>
  )
}
