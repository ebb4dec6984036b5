import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { editDivision } from '~/commands/party/edit-division.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import { settingMeta } from '~/components/land/setting-meta'
import { DivisionFields, useDivisionLabels } from '~/components/party/division-fields'
import type { FormAnswer } from '~/forms/answer'
import { editDivisionForm } from '~/forms/setting'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { divisionToChange } from '~/queries/party/divisions.server'

export const handle = { dense: true }
export const meta = settingMeta('division')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  return orThrow(await divisionToChange(visit.ctx, args.params.key ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  const { key } = orThrow(await divisionToChange(visit.ctx, args.params.key ?? ''))
  const form = await readForm(args.request, editDivisionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await editDivision(visit.ctx, { ...form.value, key })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/settings/divisions`)
}

export default function EditDivision() {
  const division = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'common'])
  const href = useHref()
  const back = href('/office/settings/divisions')
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={back}>← {t('title.divisions')}</Link>
      </p>
      <h1>{t('title.division')}</h1>
      <Card>
        <Form answer={answer} labels={useDivisionLabels()} className="max-w-xl">
          <GuardField value={division.version} answer={answer} />
          <div className="grid gap-4">
            <DivisionFields division={division} />
          </div>
          <div className="actions mt-4">
            <Button>{t('save')}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  )
}
