import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideExtension } from '~/commands/case/decide-extension.server'
import { CaseHead } from '~/components/case/case-head'
import { caseMeta } from '~/components/case/case-meta'
import { Button, ButtonLink } from '~/components/kit/button'
import { Facts } from '~/components/kit/facts'
import { RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { extensionDecisionForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseForExtension } from '~/queries/case/office-case.server'

export const handle = { dense: true }
export const meta = caseMeta(null)

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.request_supplement')
  return orThrow(await caseForExtension(visit.ctx, args.params.number ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.request_supplement')
  const form = await readForm(args.request, extensionDecisionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await decideExtension(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function Extension() {
  const { head, open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'common'])
  const { dayLong } = useFormat()
  const href = useHref()
  const asked = open?.extension
  return (
    <>
      <CaseHead head={head} title={t('office.extension.title')} />
      <div className="card max-w-3xl">
        {open && asked ? (
          <Facts
            items={[
              { label: t('office.extension.now'), value: dayLong(open.dueDay) },
              { label: t('my.extension.day'), value: dayLong(asked.day) },
              { label: t('office.extension.reason'), value: asked.reason },
            ]}
          />
        ) : (
          <p>{t('office.extension.none')}</p>
        )}
        <Form answer={answer} labels={{ granted: t('office.extension.decision'), text: t('office.extension.text') }}>
          <div className="mt-4 grid gap-4">
            <RadioField
              name="granted"
              label={t('office.extension.decision')}
              choices={[
                { value: 'yes', label: t('office.extension.yes') },
                { value: 'no', label: t('office.extension.no') },
              ]}
            />
            <TextAreaField name="text" label={t('office.extension.text')} required={false} rows={3} maxLength={2000} />
          </div>
          <div className="actions mt-4">
            <Button whyNot={asked ? null : t('office.extension.none')}>{t('office.extension.send')}</Button>
            <ButtonLink kind="quiet" to={href(`/office/cases/${head.number}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  )
}
