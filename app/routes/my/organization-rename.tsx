import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renameOrganization } from '~/commands/party/rename-organization.server'
import { TextField } from '~/components/kit/field'
import { GuardField } from '~/components/kit/guard-field'
import { SurePage } from '~/components/party/sure-page'
import type { FormAnswer } from '~/forms/answer'
import { renameOrganizationForm } from '~/forms/organization'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { organizationPage } from '~/queries/party/organization-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const { id, name, version } = orThrow(await organizationPage(visit.ctx, args.params.id ?? ''))
  requireMay(visit, args.request, 'organization.manage', { organizationId: id })
  return { meta: pageMeta(visit.lang, 'organization', 'rename'), id, name, version }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const organizationId = args.params.id ?? ''
  requireMay(visit, args.request, 'organization.manage', { organizationId })
  const form = await readForm(args.request, renameOrganizationForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await renameOrganization(visit.ctx, { organizationId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}`)
}

export default function OrganizationRename() {
  const { id, name, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('organization')
  const labels = { name: t('rename.name') }
  return (
    <SurePage
      title={t('rename.title')}
      lead={name}
      text={t('rename.text')}
      send={t('rename.send')}
      kind="main"
      back={`/my/organization/${id}`}
      answer={answer}
      labels={labels}
    >
      <GuardField value={version} answer={answer} />
      <TextField name="name" label={labels.name} value={name} maxLength={250} required />
    </SurePage>
  )
}
