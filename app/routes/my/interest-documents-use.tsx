import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { reuseDocuments } from '~/commands/interest/reuse-documents.server'
import { KeptDocuments } from '~/components/interest/kept-documents'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { reuseDocumentsForm } from '~/forms/organization'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { draftPage } from '~/queries/interest/draft-page.server'
import { keptDocuments } from '~/queries/interest/kept-documents.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const page = orThrow(await draftPage(visit.ctx, args.params.id ?? ''))
  if (page.caseNumber) throw redirect(`/${visit.lang}/my/cases/${page.caseNumber}`, 303)
  requireMay(visit, args.request, 'interest.write', { organizationId: page.organizationId })
  return {
    meta: pageMeta(visit.lang, 'organization', 'use'),
    id: page.id,
    organizationId: page.organizationId,
    kept: await keptDocuments(visit.ctx, page.id),
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, reuseDocumentsForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const interestId = args.params.id ?? ''
  const verdict = await reuseDocuments(visit.ctx, { interestId, documentIds: form.value.document })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/interests/${interestId}/documents`)
}

export default function ReuseDocuments() {
  const { id, organizationId, kept } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  const href = useHref()
  return (
    <AccountPage title={t('use.title')}>
      <KeptDocuments
        interestId={id}
        organizationId={organizationId}
        {...kept}
        answer={useActionData<typeof action>()}
      />
      <p>
        <Link to={href(`/my/interests/${id}/documents`)}>← {t('use.back')}</Link>
      </p>
    </AccountPage>
  )
}
