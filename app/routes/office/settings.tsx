import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setStaleGrace } from '~/commands/land/set-stale-grace.server'
import { withoutTold } from '~/components/case/case-form-page'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { Table } from '~/components/kit/table'
import { settingMeta } from '~/components/land/setting-meta'
import { SettingChanges, SettingConflict } from '~/components/party/setting-changes'
import { SettingTabs } from '~/components/party/setting-tabs'
import type { FormAnswer } from '~/forms/answer'
import { staleGraceForm } from '~/forms/setting'
import { answerStale, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { landSettings } from '~/queries/land/land-settings.server'

export const handle = { dense: true }
export const meta = settingMeta('grace')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.read')
  return landSettings(visit.ctx)
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  const form = await readForm(args.request, staleGraceForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await setStaleGrace(visit.ctx, form.value)
  if (!verdict.ok)
    return answerStale(verdict.refusal, form.values, async () => {
      const days = String((await landSettings(visit.ctx)).days)
      return { days, seenDays: days }
    })
  return seeOther(`/${visit.lang}/office/settings`)
}

export default function Settings() {
  const { days, maxDays, mayWrite, effects, changes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('setting')
  const { number } = useFormat()
  const labels = { days: t('grace.days'), reason: t('reason') }
  return (
    <>
      <h1>{t('title.grace')}</h1>
      <SettingTabs at="grace" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('grace.heading')}>
          <p className="max-w-prose">{t('grace.help')}</p>
          <SettingConflict answer={answer} labels={labels} />
          <Form answer={withoutTold(answer)} labels={labels} defaults={{ days: String(days) }} className="mt-4">
            <fieldset disabled={!mayWrite} className="m-0 grid min-w-0 gap-4 border-0 p-0">
              <GuardField name="seenDays" value={days} answer={answer} />
              <TextField
                name="days"
                label={labels.days}
                hint={t('grace.daysHint', { max: number(maxDays) })}
                unit={t('grace.unit')}
                inputMode="numeric"
                width="short"
                maxLength={3}
              />
              <TextAreaField name="reason" label={labels.reason} rows={2} maxLength={500} />
            </fieldset>
            <div className="actions mt-4">
              <Button whyNot={mayWrite ? null : t('grace.readOnly')}>{t('save')}</Button>
            </div>
          </Form>
        </Card>
        <Card title={t('grace.effects')}>
          <p className="hint">{t('grace.effectsHelp')}</p>
          <Table
            plain
            caption={t('grace.effects')}
            captionHidden
            rows={effects}
            rowKey={(row) => String(row.days)}
            current={String(days)}
            columns={[
              { key: 'days', label: t('grace.days'), cell: (row) => t('grace.inDays', { days: number(row.days) }) },
              { key: 'leaving', label: t('grace.leaving'), end: true, cell: (row) => number(row.leaving) },
            ]}
          />
        </Card>
      </div>
      <SettingChanges label={t('grace.days')} changes={changes} />
    </>
  )
}
