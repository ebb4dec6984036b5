import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { extendConsultation } from '~/commands/case/extend-consultation.server'
import { CaseHead } from '~/components/case/case-head'
import { caseMeta } from '~/components/case/case-meta'
import { Consultations } from '~/components/case/consultations'
import { Button, ButtonLink } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { extendConsultationForm } from '~/forms/consultation'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForm } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta('consult')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const page = orThrow(await caseForm(visit.ctx, args.params.number ?? '', 'conclude'))
  const asked = page.consultations.find(({ id }) => id === args.params.id)
  if (!asked) throw refusalResponse({ code: 'not-found' })
  return { head: page.head, asked }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.check')
  const form = await readForm(args.request, extendConsultationForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await extendConsultation(visit.ctx, { number, id: args.params.id ?? '', ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function ExtendConsultation() {
  const { head, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['consultation', 'common'])
  const href = useHref()
  return (
    <>
      <CaseHead head={head} title={t('extend.title', { agency: asked.agency })} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="card">
          <p className="mb-4 text-ink-soft">{t('extend.help')}</p>
          <Form answer={answer} labels={{ dueDay: t('form.dueDay') }}>
            <GuardField value={asked.version} answer={answer} />
            <DayField name="dueDay" label={t('form.dueDay')} hint={t('extend.hint')} />
            <div className="actions mt-4">
              <Button>{t('extend.send')}</Button>
              <ButtonLink kind="quiet" to={href(`/office/cases/${head.number}`)}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </div>
        <Consultations number={head.number} rows={[asked]} mayExtend={false} />
      </div>
    </>
  )
}
