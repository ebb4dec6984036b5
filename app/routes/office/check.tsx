import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { passCheck } from '~/commands/case/pass-check.server'
import { CaseFormPage } from '~/components/case/case-form-page'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { CheckFields } from '~/components/case/check-fields'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { checkForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { dossierToCheck } from '~/queries/case/dossier-to-check.server'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('check')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const page = orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'check'))
  return { ...page, dossier: await dossierToCheck(visit.ctx) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const form = await readForm(args.request, checkForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await passCheck(visit.ctx, {
    number,
    version: form.value.version,
    checked: form.value.checked,
    note: form.value.note,
  })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function CheckCase() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  return (
    <CaseFormPage
      action="check"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{ note: t('office.form.note') }}
      aside={<CaseLand land={page.land} />}
    >
      <CheckFields dossier={page.dossier} documents={page.documents} />
      <TextAreaField
        name="note"
        label={t('office.form.note')}
        hint={t('office.form.noteHint')}
        required={false}
        rows={3}
        maxLength={4000}
      />
    </CaseFormPage>
  )
}
