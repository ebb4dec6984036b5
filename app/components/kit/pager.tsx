import { Link } from '@remix-run/react'
import { useTranslation } from '~/locales/use-translation'

interface PagerProps {
  /** Addresses of the neighbours; null at the ends. */
  previous: string | null
  next: string | null
  /** Known only where the list has a total. */
  page?: number
  pages?: number
}

/** Plain links to the pages before and after. */
export function Pager({ previous, next, page, pages }: PagerProps) {
  const { t } = useTranslation('common')
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label={t('table.pages')}>
      {previous ? (
        <Link to={previous} rel="prev">
          ← {t('table.previous')}
        </Link>
      ) : null}
      {page && pages ? <span className="text-ink-soft">{t('table.page', { page, pages })}</span> : null}
      {next ? (
        <Link to={next} rel="next">
          {t('table.next')} →
        </Link>
      ) : null}
    </nav>
  )
}
