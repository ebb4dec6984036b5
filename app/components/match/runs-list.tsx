import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface RunsListProps {
  runs: readonly { code: string; at: string; feasibleCount: number; needName: string | null }[]
  /** Beside the need itself its name says nothing. */
  named?: boolean
}

/** Kept shortlists, newest first. */
export function RunsList({ runs, named }: RunsListProps) {
  const { t } = useTranslation('need')
  const { instant } = useFormat()
  const href = useHref()
  if (runs.length === 0) return <p className="text-ink-soft">{t('runsNone')}</p>
  return (
    <ul className="grid gap-1">
      {runs.map((run) => (
        <li key={run.code}>
          <Link to={href(`/my/runs/${run.code}`)}>{t('kept', { at: instant(run.at) })}</Link>{' '}
          <span className="text-ink-soft">
            {[named ? run.needName : null, t('run.fits', { count: run.feasibleCount })].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
