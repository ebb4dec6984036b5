import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { consultAgencies } from '~/commands/case/consult-agencies.server'
import { AgencyRows } from '~/components/case/agency-rows'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { DayField } from '~/components/kit/day-field'
import { CheckboxesField, RadioField, TextAreaField, TextField } from '~/components/kit/field'
import { SILENCE_RULES } from '~/domain/case/consultation'
import type { FormAnswer } from '~/forms/answer'
import { consultForm } from '~/forms/consultation'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('consult')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'consult'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const form = await readForm(args.request, consultForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await consultAgencies(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function Consult() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('consultation')
  return (
    <CaseFormPage
      action="consult"
      head={page.head}
      whyNot={page.whyNot}
      answer={answer}
      labels={{
        agency1: t('form.agency', { n: 1 }),
        question: t('form.question'),
        dueDay: t('form.dueDay'),
        silence: t('form.silence'),
        silenceBasis: t('form.silenceBasis'),
        documentIds: t('form.documents'),
      }}
    >
      <AgencyRows />
      <TextAreaField name="question" label={t('form.question')} hint={t('form.questionHint')} maxLength={4000} />
      <DayField name="dueDay" label={t('form.dueDay')} hint={t('form.dueDayHint')} />
      <RadioField
        name="silence"
        label={t('form.silence')}
        choices={SILENCE_RULES.map((value) => ({ value, label: t(`silence.${value}`) }))}
      />
      <TextField
        name="silenceBasis"
        label={t('form.silenceBasis')}
        hint={t('form.silenceBasisHint')}
        required={false}
        maxLength={300}
      />
      {page.documents.length > 0 ? (
        <CheckboxesField
          name="documentIds"
          label={t('form.documents')}
          hint={t('form.documentsHint')}
          required={false}
          choices={page.documents.map(({ id, fileName }) => ({ value: id, label: fileName }))}
        />
      ) : null}
    </CaseFormPage>
  )
}
