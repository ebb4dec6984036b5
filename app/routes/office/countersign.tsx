import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFormPage } from '~/components/case/case-form-page'
import { caseMeta } from '~/components/case/case-meta'
import { SupplementShown } from '~/components/case/supplement-shown'
import { RadioField, TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { supplementToCountersign } from '~/queries/case/supplement-form.server'
import { caseFormAction, caseFormLoader } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta('countersign')

export async function loader(args: LoaderFunctionArgs) {
  const page = await caseFormLoader('countersign')(args)
  return { ...page, asked: await supplementToCountersign(page.head.number) }
}
export const action = caseFormAction('countersign')

export default function Countersign() {
  const { head, whyNot, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('casework')
  const labels = { verdict: t('countersign.verdict'), text: t('countersign.text') }
  return (
    <CaseFormPage action="countersign" head={head} whyNot={whyNot} answer={answer} labels={labels}>
      {asked ? <SupplementShown asked={asked} /> : <p className="text-ink-soft">{t('countersign.none')}</p>}
      <RadioField
        name="verdict"
        label={labels.verdict}
        choices={(['send', 'hold_back'] as const).map((value) => ({ value, label: t(`countersign.${value}`) }))}
      />
      <TextAreaField
        name="text"
        label={labels.text}
        hint={t('countersign.textHint')}
        required={false}
        rows={3}
        maxLength={2000}
      />
    </CaseFormPage>
  )
}
