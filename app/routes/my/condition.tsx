import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { proveCondition } from '~/commands/case/prove-condition.server'
import { ConditionLine } from '~/components/case/conditions-card'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { FileField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { proveConditionForm } from '~/forms/case'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { conditionToAct } from '~/queries/case/conditions.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.prove_condition')
  const { number = '', conditionId = '' } = args.params
  const page = orThrow(await conditionToAct(visit.ctx, number, conditionId, 'hand_in'))
  return { ...page, meta: pageMeta(visit.lang, 'casework', 'condition.prove') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.prove_condition')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, proveConditionForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const { number = '', conditionId: id = '' } = args.params
  const verdict = await proveCondition(visit.ctx, { number, id, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}`)
}

export default function ProveCondition() {
  const { number, condition } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['casework', 'common'])
  const href = useHref()
  const labels = { note: t('condition.prove.note'), files: t('condition.prove.files') }
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm">
          <Link to={href(`/my/cases/${number}`)}>← {number}</Link>
        </p>
        <h1 className="mt-1 mb-0">{t('condition.prove.title')}</h1>
      </header>
      <Card kind="asks">
        <ConditionLine condition={condition} />
      </Card>
      <Card>
        <Form className="form" encType="multipart/form-data" answer={answer} labels={labels}>
          <GuardField value={condition.version} answer={answer} />
          <TextAreaField name="note" label={labels.note} required={false} rows={4} maxLength={2000} />
          <FileField
            name="files"
            label={labels.files}
            hint={t('condition.prove.filesHint')}
            required={false}
            multiple
          />
          <div className="actions">
            <Button>{t('condition.prove.send')}</Button>
            <ButtonLink kind="quiet" to={href(`/my/cases/${number}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
