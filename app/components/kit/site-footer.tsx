import { Link } from '@remix-run/react'
import { useTranslation } from '~/locales/use-translation'
import { useHref } from './use-lang'

/** The foot of every page. */
export function SiteFooter() {
  const { t } = useTranslation('common')
  const href = useHref()
  return (
    <footer className="site-footer">
      <p>
        {t('site.name')} · {t('site.tagline')}
      </p>
      <ul>
        <li>
          <Link to={href('/totals')}>{t('nav.totals')}</Link>
        </li>
        <li>
          <Link to={href('/data')}>{t('nav.data')}</Link>
        </li>
        <li>
          <Link to={href('/contact')}>{t('nav.contact')}</Link>
        </li>
        <li>
          <Link to={href('/privacy')}>{t('nav.privacy')}</Link>
        </li>
        <li>
          <Link to={href('/terms')}>{t('nav.terms')}</Link>
        </li>
      </ul>
    </footer>
  )
}
