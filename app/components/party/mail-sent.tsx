import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { AccountPage } from './account-page'

/** What a person reads after a form that answers by mail. */
export function MailSent({ title, children }: { title: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('party')
  const href = useHref()
  const root = useRouteLoaderData('root') as { demo: boolean } | undefined
  return (
    <AccountPage title={title}>
      <Card kind="asks">
        <div className="grid gap-3">{children}</div>
        <div className="actions">
          <ButtonLink to={href('/sign-in')} kind="outline">
            {t('signIn.title')}
          </ButtonLink>
          {root?.demo ? <a href="/demo/mail">{t('demo.readMail')}</a> : null}
        </div>
      </Card>
    </AccountPage>
  )
}
