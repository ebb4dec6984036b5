import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { attachDocument } from '~/commands/interest/attach-document.server'
import { DocumentsPage } from '~/components/interest/documents-page'
import type { PageHandle } from '~/components/kit/page-handle'
import { missingOf } from '~/forms/interest'
import { attachForm } from '~/forms/upload'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { draftPage } from '~/queries/interest/draft-page.server'
import { keptDocuments } from '~/queries/interest/kept-documents.server'
import { ownOpenInterest } from '~/queries/interest/own-open-interest.server'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.read')
  const { draft, sectors: _, ...page } = orThrow(await draftPage(visit.ctx, args.params.id ?? ''))
  if (page.caseNumber) throw redirect(`/${visit.lang}/my/cases/${page.caseNumber}`, 303)
  const own = orThrow(await ownOpenInterest(visit.ctx, page.id))
  const kept = await keptDocuments(visit.ctx, page.id)
  return { meta: pageMeta(visit.lang, 'interest', 'documents'), page, missing: missingOf(draft), own, kept }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, attachForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const interestId = args.params.id ?? ''
  const { kind, supersedes: supersedesId } = form.value
  const verdict = await attachDocument(visit.ctx, { interestId, kind, supersedesId, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/interests/${interestId}/documents`)
}

export default function InterestDocuments() {
  const { page, missing, own, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <DocumentsPage page={page} own={own} missing={missing} kept={kept} attachAnswer={answer} />
}
