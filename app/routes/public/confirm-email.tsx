import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmEmail } from '~/commands/party/confirm-email.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { AccountPage } from '~/components/party/account-page'
import { BadLink } from '~/components/party/bad-link'
import { answerRefusal, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { mailedLink } from '~/queries/party/mailed-link.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

/** Only shows the button: those who look into mails must not use the link up. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const link = await mailedLink(args.params.token ?? '', 'confirm_email', visit.now)
  return { meta: pageMeta(visit.lang, 'party', 'confirm'), email: link?.email ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const verdict = await confirmEmail(visit.ctx, { token: args.params.token ?? '' })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(`/${visit.lang}/sign-in?done=confirmed`)
}

export default function ConfirmEmail() {
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('party')
  if (email === null) return <BadLink again="/sign-in" />
  return (
    <AccountPage title={t('confirm.title')}>
      <Card>
        <Form className="form" answer={answer}>
          <p>{t('confirm.text', { email })}</p>
          <Button className="justify-self-start">{t('confirm.send')}</Button>
        </Form>
      </Card>
    </AccountPage>
  )
}
