import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { ConditionFields } from '~/components/case/condition-fields'
import { RecommendationShown } from '~/components/case/recommendation-shown'
import { Details } from '~/components/kit/details'
import { RadioField, TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('review')

export const loader = caseFormLoader('review')
export const action = caseFormAction('review')

export default function ReviewRecommendation() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const { t: casework } = useTranslation('casework')
  const editedText = casework('review.editedText')
  return (
    <CaseFormPage
      action="review"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ verdict: t('office.form.verdict'), text: t('office.form.comment'), editedText }}
      aside={<CaseLand land={page.land} />}
    >
      <RecommendationShown recommendation={page.recommendation} />
      <RadioField
        name="verdict"
        label={t('office.form.verdict')}
        choices={[
          { value: 'accepted', label: t('office.form.accepted') },
          { value: 'edited', label: casework('review.edited') },
          { value: 'challenged', label: t('office.form.challenged') },
        ]}
      />
      <TextAreaField
        name="text"
        label={t('office.form.comment')}
        hint={t('office.form.commentHint')}
        required={false}
        rows={3}
        maxLength={4000}
      />
      <Details summary={casework('review.edition')}>
        <TextAreaField
          name="editedText"
          label={editedText}
          hint={casework('review.editionHint')}
          value={page.recommendation?.text}
          required={false}
          maxLength={4000}
        />
      </Details>
      {page.recommendation?.outcome === 'approve' ? (
        <ConditionFields title={casework('review.conditions')} values={page.recommendation.conditions} />
      ) : null}
    </CaseFormPage>
  )
}
