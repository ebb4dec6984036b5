import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setLetterScheme } from '~/commands/case/set-letter-scheme.server'
import { withoutTold } from '~/components/case/case-form-page'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { Table } from '~/components/kit/table'
import { settingMeta } from '~/components/land/setting-meta'
import { SettingChanges, SettingConflict } from '~/components/party/setting-changes'
import { SettingTabs } from '~/components/party/setting-tabs'
import { SCHEME_LENGTH } from '~/domain/case/letter-number'
import type { FormAnswer } from '~/forms/answer'
import { letterSchemeForm } from '~/forms/setting'
import { answerStale, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { letterSchemePage } from '~/queries/case/letter-scheme.server'

export const handle = { dense: true }
export const meta = settingMeta('letters')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.read')
  const typed = new URL(args.request.url).searchParams
  const scheme =
    typed
      .get('scheme')
      ?.trim()
      .slice(0, SCHEME_LENGTH + 1) ?? null
  return { ...(await letterSchemePage(visit.ctx, scheme)), typed: { scheme, reason: typed.get('reason') ?? '' } }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  const form = await readForm(args.request, letterSchemeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await setLetterScheme(visit.ctx, form.value)
  if (!verdict.ok)
    return answerStale(verdict.refusal, form.values, async () => {
      const { scheme } = await letterSchemePage(visit.ctx, null)
      return { scheme, seenScheme: scheme }
    })
  return seeOther(`/${visit.lang}/office/settings/letters`)
}

export default function LetterScheme() {
  const { scheme, isDefault, mayWrite, trial, rows, changes, typed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('setting')
  const { t: ofCase } = useTranslation('case')
  const labels = { scheme: t('letters.scheme'), reason: t('reason') }
  const shown = { scheme: typed.scheme ?? scheme, reason: typed.reason }
  const refused = trial?.refusal
    ? { values: shown, errors: [{ field: 'scheme', code: trial.refusal.code, values: trial.refusal.values }] }
    : undefined
  return (
    <>
      <h1>{t('title.letters')}</h1>
      <SettingTabs at="letters" />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Card title={t('letters.heading')}>
          <p className="max-w-prose">{t('letters.help')}</p>
          <Facts
            items={[
              { label: '{number}', value: t('letters.part.number') },
              { label: '{year}', value: t('letters.part.year') },
              { label: '{kind}', value: t('letters.part.kind') },
            ]}
          />
          <SettingConflict answer={answer} labels={labels} />
          <Form answer={withoutTold(answer) ?? refused} labels={labels} defaults={shown} className="mt-4">
            <fieldset disabled={!mayWrite} className="m-0 grid min-w-0 gap-4 border-0 p-0">
              <GuardField name="seenScheme" value={scheme} answer={answer} />
              <TextField
                name="scheme"
                label={labels.scheme}
                hint={isDefault ? t('letters.isDefault') : t('letters.now', { scheme })}
                maxLength={SCHEME_LENGTH}
                required
              />
              <TextAreaField name="reason" label={labels.reason} rows={2} maxLength={500} required />
            </fieldset>
            <div className="actions mt-4">
              <Button whyNot={mayWrite ? null : t('grace.readOnly')}>{t('save')}</Button>
              {mayWrite ? (
                <Button kind="outline" formMethod="get">
                  {t('letters.try')}
                </Button>
              ) : null}
            </div>
          </Form>
        </Card>
        <Card title={t('letters.next')}>
          <p className="hint">{t('letters.nextHelp')}</p>
          <Table
            plain
            caption={t('letters.next')}
            captionHidden
            rows={rows}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', label: t('letters.kind'), cell: ({ kind }) => ofCase(`letterKind.${kind}`) },
              { key: 'symbol', label: '{kind}', cell: ({ symbol }) => symbol },
              { key: 'next', label: t('letters.nextNow'), cell: ({ next }) => next },
              ...(trial?.numbers
                ? [{ key: 'tried', label: t('letters.nextTried'), cell: (row: (typeof rows)[number]) => row.tried }]
                : []),
            ]}
          />
        </Card>
      </div>
      <SettingChanges label={labels.scheme} changes={changes} />
    </>
  )
}
