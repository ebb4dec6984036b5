import type { ReactNode } from 'react'
import { useTranslation } from '~/locales/use-translation'

type BannerTone = 'pine' | 'anise' | 'amber' | 'brick' | 'sky'

/** One line across the page, or a box in it: what asks for attention. */
export function NoticeBanner({ tone = 'anise', children }: { tone?: BannerTone; children: ReactNode }) {
  return <div className={`banner banner-${tone}`}>{children}</div>
}

/** Says on every page of a demonstration that its data are illustrative. */
export function DemoBanner() {
  const { t } = useTranslation('common')
  return (
    <aside className="demo-banner" aria-label={t('site.demoLabel')}>
      {t('site.demo')}
    </aside>
  )
}
