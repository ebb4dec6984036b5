import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { convertHold } from '~/commands/land/convert-hold.server'
import { HoldFormPage } from '~/components/case/hold-form-page'
import { holdMeta } from '~/components/case/hold-meta'
import { DayField } from '~/components/kit/day-field'
import { FileField, TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { leaseForm } from '~/forms/hold'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForHold } from '~/queries/case/case-hold.server'

export const handle = { dense: true }
export const meta = holdMeta('convert')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.convert')
  return orThrow(await caseForHold(visit.ctx, args.params.number ?? '', 'convert'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'hold.convert')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, leaseForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await convertHold(visit.ctx, { number, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}#hold`)
}

export default function ConvertHold() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('hold')
  const labels = {
    leaseNumber: t('field.leaseNumber'),
    fromDay: t('field.leaseFrom'),
    untilDay: t('field.leaseUntil'),
    lease: t('field.lease'),
  }
  return (
    <HoldFormPage move="convert" page={page} answer={answer} labels={labels} encType="multipart/form-data">
      <TextField name="leaseNumber" label={labels.leaseNumber} maxLength={80} width="medium" />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField name="fromDay" label={labels.fromDay} />
        <DayField name="untilDay" label={labels.untilDay} />
      </div>
      <FileField name="lease" label={labels.lease} hint={t('field.leaseHint')} accept=".pdf,.docx,.png,.jpg,.jpeg" />
    </HoldFormPage>
  )
}
