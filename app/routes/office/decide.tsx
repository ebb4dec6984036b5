import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveCase } from '~/commands/case/approve-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import { TextAreaField } from '~/components/kit/field'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { FormAnswer } from '~/forms/answer'
import { approveForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('decide')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.decide')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'decide'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.decide')
  const form = await readForm(args.request, approveForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await approveCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function DecideCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="decide"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ conditions: t('office.form.conditions') }}
      aside={<CaseLand land={page.land} />}
    >
      <RecommendationShown recommendation={page.recommendation} />
      {page.developerOfferNeeded ? <NoticeBanner>{t('office.form.offerNotice')}</NoticeBanner> : null}
      <TextAreaField
        name="conditions"
        label={t('office.form.conditions')}
        hint={t('office.form.conditionsHint')}
        required={false}
        rows={3}
        maxLength={4000}
      />
    </CaseFormPage>
  )
}
