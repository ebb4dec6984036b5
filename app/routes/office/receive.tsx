import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { PaperChecklist, usePaperLabels } from '~/components/case/paper-checklist'
import { TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { paperChecklist } from '~/queries/case/case-checks.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('receive')

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await openVisit(args)
  const page = await caseFormLoader('receive')(args)
  return { ...page, checklist: await paperChecklist(ctx, page.head.number) }
}
export const action = caseFormAction('receive')

export default function ReceiveCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const lines = usePaperLabels(page.checklist)
  return (
    <CaseFormPage
      action="receive"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ ...lines, officialCode: t('office.form.officialCode') }}
      aside={<CaseLand land={page.land} />}
    >
      <PaperChecklist checklist={page.checklist} documents={page.documents} />
      <TextField
        name="officialCode"
        label={t('office.form.officialCode')}
        hint={t('office.form.officialCodeHint')}
        required={false}
        width="medium"
        maxLength={60}
      />
    </CaseFormPage>
  )
}
