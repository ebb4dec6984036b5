import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { ConditionFields } from '~/components/case/condition-fields'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import { SigningNotice } from '~/components/case/signing-shown'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('decide')

export const loader = caseFormLoader('decide')
export const action = caseFormAction('decide')

export default function DecideCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const { t: casework } = useTranslation('casework')
  return (
    <CaseFormPage
      action="decide"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      aside={<CaseLand land={page.land} />}
    >
      <SigningNotice signing={page.signing} />
      <RecommendationShown recommendation={page.recommendation} />
      {page.developerOfferNeeded ? <NoticeBanner>{t('office.form.offerNotice')}</NoticeBanner> : null}
      <ConditionFields title={casework('condition.further')} />
    </CaseFormPage>
  )
}
