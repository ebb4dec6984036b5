import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { AccountPage } from './account-page'

/** A mailed link that holds no longer, and where to get another. */
export function BadLink({ again }: { again: '/sign-in' | '/forgot-password' }) {
  const { t } = useTranslation('party')
  const href = useHref()
  return (
    <AccountPage title={t('link.badTitle')}>
      <Card>
        <p>{t('link.badText')}</p>
        <div className="actions">
          <ButtonLink to={href(again)}>{t(again === '/sign-in' ? 'link.signIn' : 'link.again')}</ButtonLink>
        </div>
      </Card>
    </AccountPage>
  )
}
