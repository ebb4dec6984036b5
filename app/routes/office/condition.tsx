import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { judgeCondition } from '~/commands/case/judge-condition.server'
import { caseMeta } from '~/components/case/case-meta'
import { ConditionLine } from '~/components/case/conditions-card'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { judgeConditionForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { conditionToAct } from '~/queries/case/conditions.server'

export const handle = { dense: true }
export const meta = caseMeta(null)

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.judge_condition')
  const { number = '', conditionId = '' } = args.params
  return orThrow(await conditionToAct(visit.ctx, number, conditionId, 'accept'))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.judge_condition')
  const form = await readForm(args.request, judgeConditionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { number = '', conditionId: id = '' } = args.params
  const verdict = await judgeCondition(visit.ctx, { number, id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

export default function JudgeCondition() {
  const { number, condition } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['casework', 'common'])
  const href = useHref()
  const labels = { verdict: t('condition.judge.verdict'), text: t('condition.judge.text') }
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Link to={href(`/office/cases/${number}`)}>← {number}</Link>
      </p>
      <h1 className="mt-1">{t('condition.judge.title')}</h1>
      <Card>
        <ConditionLine condition={condition} />
        <Form answer={answer} labels={labels}>
          <GuardField value={condition.version} answer={answer} />
          <div className="mt-4 grid gap-4">
            <RadioField
              name="verdict"
              label={labels.verdict}
              choices={(['accept', 'return'] as const).map((value) => ({
                value,
                label: t(`condition.judge.${value}`),
              }))}
            />
            <TextAreaField
              name="text"
              label={labels.text}
              hint={t('condition.judge.textHint')}
              required={false}
              rows={3}
              maxLength={2000}
            />
          </div>
          <div className="actions mt-4">
            <Button>{t('condition.judge.send')}</Button>
            <ButtonLink kind="quiet" to={href(`/office/cases/${number}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
