import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { signIn } from '~/commands/party/sign-in.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckedForm } from '~/components/kit/checked-form'
import { EmailField, PasswordField } from '~/components/kit/field'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { AccountPage } from '~/components/party/account-page'
import { landingOf } from '~/domain/party/role-grant'
import { signInForm } from '~/forms/party'
import { answerRefusal, formRefused, limit, readForm, safeNext, seeOther } from '~/infra/http.server'
import { beginSession, openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

const nextOf = (request: Request) => new URL(request.url).searchParams.get('next')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const next = nextOf(args.request)
  if (visit.actor.personId) throw redirect(safeNext(next, `/${visit.lang}${landingOf(visit.actor)}`), 303)
  const done = new URL(args.request.url).searchParams.get('done')
  const said: 'confirmed' | 'reset' | null = done === 'confirmed' || done === 'reset' ? done : null
  return {
    meta: pageMeta(visit.lang, 'party', 'signIn'),
    done: said,
    comesBack: next !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('sign-in', visit.ip)
  const form = await readForm(args.request, signInForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await signIn(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  await beginSession(args, verdict.value.personId)
  return seeOther(safeNext(nextOf(args.request), `/${visit.lang}${verdict.value.landing}`))
}

export default function SignIn() {
  const { done, comesBack } = useLoaderData<typeof loader>()
  const { t } = useTranslation('party')
  const href = useHref()
  const labels = { email: t('field.email'), password: t('field.password') }
  return (
    <AccountPage title={t('signIn.title')} lead={comesBack ? t('signIn.next') : undefined}>
      {done ? <NoticeBanner tone="pine">{t(`signIn.${done}`)}</NoticeBanner> : null}
      <Card>
        <CheckedForm className="form" schema={signInForm} answer={useActionData<typeof action>()} labels={labels}>
          <EmailField name="email" label={labels.email} autoComplete="username" required />
          <PasswordField name="password" label={labels.password} required />
          <div className="form-row items-center">
            <Button>{t('signIn.send')}</Button>
            <Link to={href('/forgot-password')}>{t('signIn.forgot')}</Link>
          </div>
        </CheckedForm>
      </Card>
      <p>
        <Link to={href('/register')}>{t('signIn.register')}</Link>
      </p>
    </AccountPage>
  )
}
