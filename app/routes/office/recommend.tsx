import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { TriageLines } from '~/components/case/checks-card'
import { ConditionFields } from '~/components/case/condition-fields'
import { Consultations } from '~/components/case/consultations'
import { Card } from '~/components/kit/card'
import { RadioField, SelectField, TextAreaField } from '~/components/kit/field'
import { LETTER_REASONS } from '~/domain/case/letter'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { triageChecklist } from '~/queries/case/case-checks.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('recommend')

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await openVisit(args)
  const page = await caseFormLoader('recommend')(args)
  return { ...page, checklist: await triageChecklist(ctx, page.head.number) }
}
export const action = caseFormAction('recommend')

export default function RecommendCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'casework', 'documents'])
  const reasons = LETTER_REASONS.decision.map((value) => ({ value, label: t(`documents:reason.${value}`) }))
  return (
    <CaseFormPage
      action="recommend"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{
        outcome: t('office.form.outcome'),
        text: t('office.form.grounds'),
        reason: t('office.form.refusalReason'),
      }}
      aside={
        <>
          {page.checklist?.lines.some(({ answer }) => answer) ? (
            <Card title={t('casework:check.triageTitle')}>
              <TriageLines lines={page.checklist.lines} />
            </Card>
          ) : null}
          <Consultations number={page.head.number} rows={page.consultations} mayExtend={false} />
          <CaseLand land={page.land} />
        </>
      }
    >
      <RadioField
        name="outcome"
        label={t('office.form.outcome')}
        choices={[
          { value: 'approve', label: t('office.form.outcomeApprove') },
          { value: 'refuse', label: t('office.form.outcomeRefuse') },
        ]}
      />
      <TextAreaField name="text" label={t('office.form.grounds')} maxLength={4000} />
      <ConditionFields title={t('casework:condition.title')} />
      <SelectField
        name="reason"
        label={t('office.form.refusalReason')}
        hint={t('office.form.refusalReasonHint')}
        required={false}
        choices={reasons}
      />
    </CaseFormPage>
  )
}
