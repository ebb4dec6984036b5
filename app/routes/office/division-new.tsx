import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addDivision } from '~/commands/party/add-division.server'
import { settingMeta } from '~/components/land/setting-meta'
import { DivisionFields } from '~/components/party/division-fields'
import { DivisionPage } from '~/components/party/division-page'
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
  const { t } = useTranslation('setting')
  return (
    <DivisionPage
      title={t('title.divisionNew')}
      send={t('divisions.add')}
      answer={useActionData<typeof action>() as FormAnswer | undefined}
    >
      <DivisionFields />
    </DivisionPage>
  )
}
