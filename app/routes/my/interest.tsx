import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { FormChanges } from '~/components/interest/form-changes'
import { InterestHead } from '~/components/interest/interest-head'
import { ProjectFields } from '~/components/interest/project-fields'
import { SavingForm } from '~/components/interest/saving-form'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { interestDraftForm, typedDraft } from '~/forms/interest'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { draftPage } from '~/queries/interest/draft-page.server'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.read')
  const { draft, documents: _, uploads: __, ...page } = orThrow(await draftPage(visit.ctx, args.params.id ?? ''))
  if (page.caseNumber) throw redirect(`/${visit.lang}/my/cases/${page.caseNumber}`, 303)
  if (page.appealOf) throw redirect(`/${visit.lang}/my/cases/${page.appealOf}/appeal`, 303)
  return { meta: pageMeta(visit.lang, 'interest', 'form'), ...page, typed: typedDraft(draft, visit.lang) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, interestDraftForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const interestId = args.params.id ?? ''
  const verdict = await saveInterest(visit.ctx, { interestId, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/interests/${interestId}/documents`)
}

export default function Interest() {
  const { typed, sectors, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('interest')
  const { t: ofDraft } = useTranslation('draft')
  const { day } = useFormat()
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <InterestHead {...page} title={t('form.title')} at="project" />
      {page.run ? (
        <p>
          <Link to={href(`/my/runs/${page.run.code}`)}>{ofDraft('run.from', { day: day(page.run.day) })}</Link>
        </p>
      ) : null}
      <FormChanges since={page.since} />
      <SavingForm {...page} typed={typed} answer={answer}>
        <ProjectFields
          sectors={sectors}
          role={page.role}
          specialPossible={page.zone.kind === 'industrial_park' && page.role === 'tenant'}
        />
      </SavingForm>
    </div>
  )
}
