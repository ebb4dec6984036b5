import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { releaseHold } from '~/commands/case/release-hold.server'
import { HoldFormPage } from '~/components/case/hold-form-page'
import { holdMeta } from '~/components/case/hold-meta'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { holdReasonForm } from '~/forms/hold'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForHold } from '~/queries/case/case-hold.server'

export const handle = { dense: true }
export const meta = holdMeta('release')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.release')
  return orThrow(await caseForHold(visit.ctx, args.params.number ?? '', 'release'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.release')
  const form = await readForm(args.request, holdReasonForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await releaseHold(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}#hold`)
}

export default function ReleaseHold() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('hold')
  return (
    <HoldFormPage move="release" page={page} answer={answer} labels={{ reason: t('field.reason') }}>
      <TextAreaField name="reason" label={t('field.reason')} hint={t('field.reasonHint')} rows={3} maxLength={1000} />
    </HoldFormPage>
  )
}
