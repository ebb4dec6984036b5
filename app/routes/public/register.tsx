import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { registerOrganization } from '~/commands/party/register-organization.server'
import { Card } from '~/components/kit/card'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { MailSent } from '~/components/party/mail-sent'
import { RegisterForm } from '~/components/party/register-form'
import { registerForm } from '~/forms/party'
import { answerRefusal, formRefused, limit, readForm, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { countryNames } from '~/locales/country-names'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang } = await openVisit(args)
  const query = new URL(args.request.url).searchParams
  const asked = query.get('kind') ?? (lang === 'vi' ? 'vietnamese' : 'foreign')
  return {
    meta: pageMeta(lang, 'party', 'register'),
    sent: query.has('sent'),
    kind: asked === 'foreign' ? ('foreign' as const) : ('vietnamese' as const),
    countries: countryNames(lang),
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('register', visit.ip)
  const form = await readForm(args.request, registerForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await registerOrganization(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/register?sent`)
}

export default function Register() {
  const { sent, kind, countries } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('party')
  const href = useHref()
  if (sent) {
    return (
      <MailSent title={t('register.sentTitle')}>
        <p>{t('register.sentText')}</p>
        <p className="text-ink-soft">{t('register.sentMissing')}</p>
      </MailSent>
    )
  }
  const typed = answer?.values.kind
  return (
    <AccountPage title={t('register.title')} lead={t('register.intro')}>
      <Card>
        <RegisterForm
          kind={typed === 'foreign' || typed === 'vietnamese' ? typed : kind}
          countries={countries}
          answer={answer}
        />
      </Card>
      <p>
        <Link to={href('/sign-in')}>{t('register.signIn')}</Link>
      </p>
    </AccountPage>
  )
}
