import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { retireDivision } from '~/commands/party/retire-division.server'
import { TextAreaField } from '~/components/kit/field'
import { useFormat } from '~/components/kit/format'
import { settingMeta } from '~/components/land/setting-meta'
import { DivisionPage } from '~/components/party/division-page'
import type { FormAnswer } from '~/forms/answer'
import { retireDivisionForm } from '~/forms/setting'
import { useTranslation } from '~/locales/use-translation'
import { divisionAction, divisionLoader } from './division-form.server'

export const handle = { dense: true }
export const meta = settingMeta('divisionRetire')
export const loader = (args: LoaderFunctionArgs) => divisionLoader(args)
const act = divisionAction(retireDivisionForm, retireDivision)
export const action = (args: ActionFunctionArgs) => act(args)

export default function RetireDivision() {
  const { name, version, people, openCases } = useLoaderData<typeof loader>()
  const { t } = useTranslation('setting')
  const { lang, number } = useFormat()
  const inUse = people.length + openCases > 0
  const counts = { cases: number(openCases), people: number(people.length) }
  return (
    <DivisionPage
      title={t('divisions.retireOf', { name: name[lang] })}
      send={t('divisions.retire')}
      danger
      whyNot={inUse ? t('divisions.inUse', counts) : null}
      answer={useActionData<typeof action>() as FormAnswer | undefined}
      version={version}
    >
      <p className="max-w-prose text-ink-soft">{t('divisions.retireHelp')}</p>
      <TextAreaField name="reason" label={t('reason')} rows={2} maxLength={500} required />
    </DivisionPage>
  )
}
