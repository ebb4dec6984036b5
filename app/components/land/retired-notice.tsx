import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface Retired {
  on: string
  became: readonly string[]
}
export type RetiredPlot = Retired & { code: string }

function Successors({ became, to }: Pick<Retired, 'became'> & { to: (code: string) => string }) {
  const { t } = useTranslation('inventory')
  return (
    <>
      {t(became.length > 0 ? 'lineage.became' : 'lineage.notYet')}{' '}
      {became.map((code) => (
        <Link key={code} to={to(code)} className="mr-2">
          {code}
        </Link>
      ))}
    </>
  )
}

const Notice = ({ children }: { children: ReactNode }) => <NoticeBanner tone="amber">{children}</NoticeBanner>

/** Says that a plot is not offered any more, since when, and which plots have its land now. */
export function RetiredNotice({ retired }: { retired: Retired | null }) {
  const { t } = useTranslation('inventory')
  const { day } = useFormat()
  const href = useHref()
  if (!retired) return null
  return (
    <Notice>
      {t('lineage.retiredPublic', { day: day(retired.on) })}{' '}
      <Successors became={retired.became} to={(code) => href(`/plots/${code}`)} />
    </Notice>
  )
}

/** The same of plots that a case or an interest names. */
export function RetiredPlots({ retired, to }: { retired: readonly RetiredPlot[]; to: (code: string) => string }) {
  const { t } = useTranslation('inventory')
  const { day } = useFormat()
  return retired.map(({ code, on, became }) => (
    <Notice key={code}>
      {t('lineage.retiredNamed', { code, day: day(on) })} <Successors became={became} to={to} />
    </Notice>
  ))
}
