import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { useChecklistLabels } from '~/components/case/field-labels'
import { TriageChecklist } from '~/components/case/triage-checklist'
import { TextAreaField } from '~/components/kit/field'
import { TRIAGE_KEYS } from '~/domain/case/checklist'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { triageChecklist } from '~/queries/case/case-checks.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('check')

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await openVisit(args)
  const page = await caseFormLoader('check')(args)
  return { ...page, checklist: await triageChecklist(ctx, page.head.number) }
}

export const action = caseFormAction('check')

export default function CheckCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'casework'])
  const lines = useChecklistLabels(TRIAGE_KEYS.map((key) => t(`casework:check.line.${key}`)))
  return (
    <CaseFormPage
      action="check"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ ...lines, note: t('office.form.note') }}
      aside={<CaseLand land={page.land} />}
    >
      {page.checklist ? <TriageChecklist checklist={page.checklist} /> : null}
      <TextAreaField name="note" label={t('office.form.note')} required={false} rows={3} maxLength={4000} />
    </CaseFormPage>
  )
}
