import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiveCase } from '~/commands/case/receive-case.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { receiveForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('receive')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.receive')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'receive'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.receive')
  const form = await readForm(args.request, receiveForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await receiveCase(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function ReceiveCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="receive"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ officialCode: t('office.form.officialCode') }}
      aside={<CaseLand land={page.land} />}
    >
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
