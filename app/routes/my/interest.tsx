import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { InterestHead } from '~/components/interest/interest-head'
import { ProjectFields } from '~/components/interest/project-fields'
import { useInterestLabels } from '~/components/interest/use-labels'
import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { interestDraftForm, typedDraft } from '~/forms/interest'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { draftPage } from '~/queries/interest/draft-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.read')
  const { draft, documents: _, ...page } = orThrow(await draftPage(visit.ctx, args.params.id ?? ''))
  if (page.caseNumber) throw redirect(`/${visit.lang}/my/cases/${page.caseNumber}`, 303)
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
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <InterestHead {...page} title={t('form.title')} at="project" />
      <Form className="grid gap-5" answer={answer} defaults={typed} labels={useInterestLabels()}>
        <input type="hidden" name="version" value={page.version} />
        <fieldset disabled={!page.mayWrite} className="contents">
          <ProjectFields
            sectors={sectors}
            specialPossible={page.zone.kind === 'industrial_park' && page.role === 'tenant'}
          />
        </fieldset>
        {page.mayWrite ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button>{t('form.save')}</Button>
            <span className="hint">{t('form.saveHint')}</span>
          </div>
        ) : null}
      </Form>
    </div>
  )
}
