import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepDocument } from '~/commands/party/keep-document.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { Empty } from '~/components/kit/empty'
import { FileField, SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { DocumentTable } from '~/components/party/document-table'
import { OrganizationHead } from '~/components/party/organization-head'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'
import { keepDocumentForm } from '~/forms/organization'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { organizationDocuments } from '~/queries/party/organization-documents.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'organization.read')
  const page = orThrow(await organizationDocuments(visit.ctx, args.params.id ?? ''))
  return { meta: pageMeta(visit.lang, 'organization', 'documents'), ...page }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const organizationId = args.params.id ?? ''
  requireMay(visit, args.request, 'organization.keep_documents', { organizationId })
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, keepDocumentForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await keepDocument(visit.ctx, { organizationId, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/organization/${organizationId}/documents`)
}

export default function OrganizationDocuments() {
  const { organization, documents, mayKeep } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('organization')
  const { t: interest } = useTranslation('interest')
  const labels = {
    kind: t('documents.kind'),
    validUntil: t('documents.validUntil'),
    files: t('documents.file'),
  }
  return (
    <div className="grid gap-5">
      <OrganizationHead organization={organization} at="documents" />
      {documents.length === 0 ? (
        <Empty title={t('documents.none')}>{t('documents.noneText')}</Empty>
      ) : (
        <Card title={t('tab.documents')}>
          <DocumentTable organizationId={organization.id} rows={documents} mayKeep={mayKeep} />
        </Card>
      )}
      {mayKeep ? (
        <Card title={t('documents.add')}>
          <Form className="form max-w-xl" encType="multipart/form-data" answer={answer} labels={labels}>
            <SelectField
              name="kind"
              label={labels.kind}
              blank={null}
              value="legal_status"
              choices={INTEREST_DOCUMENT_KINDS.map((kind) => ({
                value: kind,
                label: interest(`documentKind.${kind}`),
              }))}
              required
            />
            <DayField
              name="validUntil"
              label={labels.validUntil}
              hint={t('documents.validUntilHint')}
              required={false}
            />
            <FileField
              name="files"
              label={labels.files}
              hint={interest('documents.filesHint')}
              accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
              required
            />
            <Button className="justify-self-start">{t('documents.send')}</Button>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
