import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editDivision } from '~/commands/party/edit-division.server'
import { settingMeta } from '~/components/land/setting-meta'
import { DivisionFields } from '~/components/party/division-fields'
import { DivisionPage } from '~/components/party/division-page'
import type { FormAnswer } from '~/forms/answer'
import { editDivisionForm } from '~/forms/setting'
import { useTranslation } from '~/locales/use-translation'
import { divisionAction, divisionLoader } from './division-form.server'

export const handle = { dense: true }
export const meta = settingMeta('division')
export const loader = (args: LoaderFunctionArgs) => divisionLoader(args)
const act = divisionAction(editDivisionForm, editDivision)
export const action = (args: ActionFunctionArgs) => act(args)

export default function EditDivision() {
  const division = useLoaderData<typeof loader>()
  const { t } = useTranslation('setting')
  return (
    <DivisionPage
      title={t('title.division')}
      send={t('save')}
      answer={useActionData<typeof action>() as FormAnswer | undefined}
      version={division.version}
    >
      <DivisionFields division={division} />
    </DivisionPage>
  )
}
