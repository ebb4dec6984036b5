import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { retireDivision } from '~/commands/party/retire-division.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import { settingMeta } from '~/components/land/setting-meta'
import { useDivisionLabels } from '~/components/party/division-fields'
import type { FormAnswer } from '~/forms/answer'
import { retireDivisionForm } from '~/forms/setting'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { divisionToChange } from '~/queries/party/divisions.server'

export const handle = { dense: true }
export const meta = settingMeta('divisionRetire')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  return orThrow(await divisionToChange(visit.ctx, args.params.key ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  const { key } = orThrow(await divisionToChange(visit.ctx, args.params.key ?? ''))
  const form = await readForm(args.request, retireDivisionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await retireDivision(visit.ctx, { ...form.value, key })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/settings/divisions`)
}

export default function RetireDivision() {
  const { name, version, people, openCases } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['setting', 'common'])
  const { lang, number } = useFormat()
  const inUse = people.length + openCases > 0
  const counts = { cases: number(openCases), people: number(people.length) }
  const href = useHref()
  const back = href('/office/settings/divisions')
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={back}>← {t('title.divisions')}</Link>
      </p>
      <h1>{t('divisions.retireOf', { name: name[lang] })}</h1>
      <Card>
        <Form answer={answer} labels={useDivisionLabels()} className="max-w-xl">
          <p className="mb-3 max-w-prose text-ink-soft">{t('divisions.retireHelp')}</p>
          <GuardField value={version} answer={answer} />
          <TextAreaField name="reason" label={t('reason')} rows={2} maxLength={500} required />
          <div className="actions mt-4">
            <Button kind="danger" whyNot={inUse ? t('divisions.inUse', counts) : null}>
              {t('divisions.retire')}
            </Button>
            <ButtonLink kind="quiet" to={back}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  )
}
