import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askExtension } from '~/commands/case/ask-extension.server'
import { MyCaseForm } from '~/components/case/my-case-form'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField } from '~/components/kit/field'
import { useFormat } from '~/components/kit/format'
import type { FormAnswer } from '~/forms/answer'
import { extensionForm } from '~/forms/interest'
import { orThrow, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myCase } from '~/queries/case/my-case.server'
import { myCaseAction } from './case-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.answer_supplement')
  const { number, project, open, mayAnswer } = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  if (!mayAnswer || open?.extension?.state !== 'open') throw refusalResponse({ code: 'state-forbids' })
  return { meta: pageMeta(visit.lang, 'case', 'my.supplement'), number, project, dueDay: open.dueDay }
}

const act = myCaseAction({ act: 'case.answer_supplement', schema: extensionForm, command: askExtension })
export const action = (args: ActionFunctionArgs) => act(args)

export default function AskExtension() {
  const { number, project, dueDay } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const { dayLong } = useFormat()
  const labels = { day: t('my.extension.day'), reason: t('my.extension.reason') }
  return (
    <MyCaseForm
      number={number}
      about={project}
      title={t('my.extension.title')}
      lead={t('my.extension.lead', { day: dayLong(dueDay) })}
      send={t('my.extension.send')}
      answer={answer}
      labels={labels}
      fields={
        <>
          <DayField name="day" label={labels.day} />
          <TextAreaField name="reason" label={labels.reason} rows={4} maxLength={2000} />
        </>
      }
    />
  )
}
