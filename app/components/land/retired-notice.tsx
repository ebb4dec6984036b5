import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** Says that a plot is not offered any more, since when, and which plots have its land now. */
export function RetiredNotice({ retired }: { retired: { on: string; became: string[] } | null }) {
  const { t } = useTranslation('inventory')
  const { day } = useFormat()
  const href = useHref()
  if (!retired) return null
  return (
    <NoticeBanner tone="amber">
      {t('lineage.retiredPublic', { day: day(retired.on) })}{' '}
      {t(retired.became.length > 0 ? 'lineage.became' : 'lineage.notYet')}{' '}
      {retired.became.map((code) => (
        <Link key={code} to={href(`/plots/${code}`)} className="mr-2">
          {code}
        </Link>
      ))}
    </NoticeBanner>
  )
}
