import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { setPreferences } from '~/commands/notice/set-preferences.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { RHYTHMS } from '~/domain/notice/rule'
import { preferencesForm } from '~/forms/notice'
import { answerRefusal, formRefused, readForm, requirePerson, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { noticePreferences } from '~/queries/notice/my-notices.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return {
    meta: pageMeta(visit.lang, 'notices', 'preferences'),
    preferences: await noticePreferences(visit.ctx),
    saved: new URL(args.request.url).searchParams.has('saved'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const form = await readForm(args.request, preferencesForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await setPreferences(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/notices/preferences?saved`)
}

export default function NoticePreferences() {
  const { preferences, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('notices')
  const href = useHref()
  const labels = Object.fromEntries(preferences.map(({ kind }) => [kind, t(`kind.${kind}`)]))
  return (
    <AccountPage title={t('preferences.title')} lead={t('preferences.lead')}>
      {saved ? <NoticeBanner tone="pine">{t('preferences.saved')}</NoticeBanner> : null}
      <Card title={t('preferences.legalTitle')}>
        <p>{t('preferences.legalText')}</p>
      </Card>
      {preferences.length > 0 ? (
        <Card>
          <Form answer={answer} labels={labels} className="form">
            {preferences.map(({ kind, rhythm }) => (
              <RadioField
                key={kind}
                name={kind}
                label={t(`kind.${kind}`)}
                value={rhythm}
                inline
                choices={RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
              />
            ))}
            <p className="hint">{t('preferences.needs')}</p>
            <Button className="justify-self-start">{t('preferences.send')}</Button>
          </Form>
        </Card>
      ) : null}
      <p>
        <Link to={href('/my/notices')}>← {t('list.title')}</Link>
      </p>
    </AccountPage>
  )
}
