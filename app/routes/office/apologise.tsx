import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Conflict, withoutTold } from '~/components/case/case-form-page'
import { CaseHead } from '~/components/case/case-head'
import { caseMeta } from '~/components/case/case-meta'
import { LetterCodeField, PreviewButton } from '~/components/case/letter-fields'
import { Button, ButtonLink } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForApology } from '~/queries/case/office-case.server'
import { caseFormAction } from './case-form.server'

export const handle = { dense: true }
export const meta = caseMeta(null)

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.apologise')
  return orThrow(await caseForApology(visit.ctx, args.params.number ?? ''))
}

export const action = caseFormAction('apologise')

export default function Apologise() {
  const { head } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'common'])
  const { dayLong } = useFormat()
  const href = useHref()
  const labels = { newDay: t('office.late.newDay'), text: t('office.late.text') }
  const named = head.promisedDay ?? head.due?.day
  return (
    <>
      <CaseHead head={head} title={t('office.late.title')} />
      <div className="card max-w-3xl">
        <p className="mb-4 text-ink-soft">{t('office.late.help')}</p>
        {head.mayApologise && named ? <p className="mb-4">{t('office.late.now', { day: dayLong(named) })}</p> : null}
        <Conflict answer={answer} labels={labels} />
        <Form answer={withoutTold(answer)} labels={labels}>
          <GuardField value={head.version} answer={answer} />
          <div className="grid gap-4">
            <DayField name="newDay" label={labels.newDay} />
            <TextAreaField name="text" label={labels.text} hint={t('office.form.textHint')} rows={4} maxLength={4000} />
            <LetterCodeField />
          </div>
          <div className="actions mt-4">
            <Button whyNot={head.mayApologise ? null : t('office.cannotNow')}>{t('office.late.send')}</Button>
            <PreviewButton number={head.number} action="apologise" whyNot={!head.mayApologise} />
            <ButtonLink kind="quiet" to={href(`/office/cases/${head.number}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  )
}
