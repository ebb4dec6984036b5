import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { removeDocument } from '~/commands/interest/remove-document.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
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
import { draftPage } from '~/queries/interest/draft-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const page = orThrow(await draftPage(visit.ctx, args.params.id ?? ''))
  const document = page.documents.find(({ id }) => id === args.params.documentId)
  if (!document || page.state !== 'draft') throw refusalResponse({ code: 'not-found' })
  return { meta: pageMeta(visit.lang, 'interest', 'documents'), id: page.id, fileName: document.fileName }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, removeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { id: interestId = '', documentId = '' } = args.params
  const verdict = await removeDocument(visit.ctx, { interestId, documentId })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(`/${visit.lang}/my/interests/${interestId}/documents`)
}

export default function RemoveDocument() {
  const { id, fileName } = useLoaderData<typeof loader>()
  const { t } = useTranslation('interest')
  const { t: common } = useTranslation('common')
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-xl gap-5">
      <h1 className="m-0">{t('documents.removeTitle')}</h1>
      <p>{t('documents.removeText', { file: fileName })}</p>
      <Form answer={useActionData<typeof action>()} className="grid gap-4">
        <div className="flex flex-wrap gap-3">
          <Button kind="danger">{t('documents.remove')}</Button>
          <ButtonLink to={href(`/my/interests/${id}/documents`)} kind="quiet">
            {common('form.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
