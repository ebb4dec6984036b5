import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { retireDocument } from '~/commands/party/retire-document.server'
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
import { organizationDocuments } from '~/queries/party/organization-documents.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const page = orThrow(await organizationDocuments(visit.ctx, args.params.id ?? ''))
  requireMay(visit, args.request, 'organization.keep_documents', { organizationId: page.organization.id })
  const document = page.documents.find(({ id }) => id === args.params.documentId)
  if (!document || document.retired || document.kind === 'mandate') throw refusalResponse({ code: 'not-found' })
  return {
    meta: pageMeta(visit.lang, 'organization', 'documents'),
    organization: page.organization,
    fileName: document.fileName,
    used: document.uses.length > 0,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const { id: organizationId = '', documentId = '' } = args.params
  requireMay(visit, args.request, 'organization.keep_documents', { organizationId })
  const form = await readForm(args.request, removeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await retireDocument(visit.ctx, { organizationId, documentId })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}/documents`)
}

export default function RetireDocument() {
  const { organization, fileName, used } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  return (
    <SurePage
      title={t('retire.title')}
      lead={organization.name}
      text={t(used ? 'retire.textUsed' : 'retire.text', { file: fileName })}
      send={t('retire.send')}
      back={`/my/organization/${organization.id}/documents`}
      answer={useActionData<typeof action>()}
    />
  )
}
