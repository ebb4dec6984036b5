import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { addDivision } from '~/commands/party/add-division.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { settingMeta } from '~/components/land/setting-meta'
import { DivisionFields, useDivisionLabels } from '~/components/party/division-fields'
import type { FormAnswer } from '~/forms/answer'
import { addDivisionForm } from '~/forms/setting'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'

export const handle = { dense: true }
export const meta = settingMeta('divisionNew')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  const form = await readForm(args.request, addDivisionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await addDivision(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/settings/divisions`)
}

export default function NewDivision() {
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'common'])
  const href = useHref()
  const back = href('/office/settings/divisions')
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={back}>← {t('title.divisions')}</Link>
      </p>
      <h1>{t('title.divisionNew')}</h1>
      <Card>
        <Form answer={answer} labels={useDivisionLabels()} className="max-w-xl">
          <div className="grid gap-4">
            <DivisionFields />
          </div>
          <div className="actions mt-4">
            <Button>{t('divisions.add')}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  )
}
