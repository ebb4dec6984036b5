import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handOverCase } from '~/commands/case/hand-over-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { OfficerField } from '~/components/case/officer-field'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { handOverForm } from '~/forms/case'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'
import { officers } from '~/queries/case/officers.server'
import { standingForm } from '~/queries/case/standing-form.server'

export const handle = { dense: true }
export const meta = caseMeta('hand-over')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.hand_over')
  const page = orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'hand-over'))
  const others = (await officers(visit.ctx)).filter(({ id }) => id !== page.officerId)
  return { ...page, officers: others }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.hand_over')
  const form = await readForm(args.request, handOverForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await handOverCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerStale(verdict.refusal, form.values, () => standingForm(number, 'hand-over'))
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function HandOver() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const labels = { officerId: t('office.form.officer'), reason: t('office.form.reason') }
  return (
    <CaseFormPage action="hand-over" head={page.head} whyNot={page.whyNot} answer={answer} labels={labels}>
      <OfficerField officers={page.officers} />
      <TextAreaField name="reason" label={labels.reason} rows={3} maxLength={500} required />
    </CaseFormPage>
  )
}
