import { NoticeBanner } from '~/components/kit/notice-banner'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { type RetiredPlot, RetiredPlots } from '~/components/land/retired-notice'
import { useTranslation } from '~/locales/use-translation'
import { InterestSteps } from './interest-steps'

interface InterestHeadProps {
  title: string
  id: string
  at: 'project' | 'documents'
  organizationName: string
  mayWrite: boolean
  zone: { name: string }
  plots: readonly { code: string; offered: boolean; illustrative: boolean }[]
  retired: readonly RetiredPlot[]
  role: 'tenant' | 'developer'
  /** The case whose decision it appeals. */
  appealOf: string | null
}

/** What an interest is about, on each of its pages. */
export function InterestHead({
  title,
  id,
  at,
  organizationName,
  mayWrite,
  zone,
  plots,
  retired,
  role,
  appealOf,
}: InterestHeadProps) {
  const { t } = useTranslation('interest')
  const { t: ofOpportunity } = useTranslation('opportunity')
  const land = plots.map(({ code }) => code).join(' + ')
  const href = useHref()
  const gone = (appealOf ? [] : plots).filter(
    ({ code, offered }) => !offered && retired.every((one) => one.code !== code),
  )
  return (
    <header className="grid gap-3">
      <p className="text-sm text-ink-soft">{t('form.for', { organization: organizationName })}</p>
      <h1 className="m-0">{title}</h1>
      <p className="flex flex-wrap items-center gap-2">
        {role === 'developer' ? <span>{ofOpportunity('case.developer')}:</span> : null}
        <strong>{land ? t('form.land', { land, zone: zone.name }) : zone.name}</strong>
        {plots.some(({ illustrative }) => illustrative) ? (
          <StatusTag tone="neutral">{t('illustrative')}</StatusTag>
        ) : null}
      </p>
      <InterestSteps id={id} at={at} appealOf={appealOf} />
      <RetiredPlots retired={retired} to={(code) => href(`/plots/${code}`)} />
      {gone.map(({ code }) => (
        <NoticeBanner key={code} tone="amber">
          {t('form.notOffered', { plot: code })}
        </NoticeBanner>
      ))}
      {mayWrite ? null : <NoticeBanner tone="sky">{t('form.readOnly')}</NoticeBanner>}
    </header>
  )
}
