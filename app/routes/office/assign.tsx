import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assignCase } from '~/commands/case/assign-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { OfficerField } from '~/components/case/officer-field'
import type { FormAnswer } from '~/forms/answer'
import { assignForm } from '~/forms/case'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'
import { officers } from '~/queries/case/officers.server'
import { standingForm } from '~/queries/case/standing-form.server'

export const handle = { dense: true }
export const meta = caseMeta('assign')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.assign')
  const page = orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'assign'))
  return { ...page, officers: await officers(visit.ctx) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.assign')
  const form = await readForm(args.request, assignForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await assignCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerStale(verdict.refusal, form.values, () => standingForm(number, 'assign'))
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function AssignCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="assign"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ officerId: t('office.form.officer') }}
    >
      <OfficerField officers={page.officers} />
    </CaseFormPage>
  )
}
