import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { DuplicateReason, DuplicateVerdict } from '~/domain/interest/duplicate'
import { useTranslation } from '~/locales/use-translation'

interface Side {
  number: string
  organization: string
  project: string
}

interface DuplicatesCardProps {
  /** The case the page is about. */
  number: string
  pairs: readonly {
    id: string
    reasons: readonly DuplicateReason[]
    earlier: Side
    later: Side
    verdict: DuplicateVerdict | null
  }[]
}

/** Other cases that may be the same project, and what was found of each. */
export function DuplicatesCard({ number, pairs }: DuplicatesCardProps) {
  const { t } = useTranslation('duplicate')
  const href = useHref()
  if (pairs.length === 0) return null
  const open = pairs.some(({ verdict }) => verdict === null)
  return (
    <Card title={t('card')} kind={open ? 'asks' : 'plain'} id="duplicates">
      <ul className="grid gap-3 text-sm">
        {pairs.map((pair) => {
          const other = pair.earlier.number === number ? pair.later : pair.earlier
          return (
            <li key={pair.id} className="grid gap-1">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link to={href(`/office/cases/${other.number}`)} className="font-semibold">
                  {other.number}
                </Link>
                <DuplicateTag verdict={pair.verdict} />
              </span>
              <span>
                {other.organization} · {other.project}
              </span>
              <span className="text-ink-soft">
                {pair.reasons.map((reason) => t(`reason.${reason}`)).join(', ')} ·{' '}
                <Link to={href(`/office/duplicates/${pair.id}`)}>{t('look')}</Link>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** What was found of a pair, or that nobody has looked. */
export function DuplicateTag({ verdict }: { verdict: DuplicateVerdict | null }) {
  const { t } = useTranslation('duplicate')
  if (verdict === null) return <StatusTag tone="amber">{t('open')}</StatusTag>
  return <StatusTag tone={verdict === 'same_project' ? 'anise' : 'pine'}>{t(`verdicts.${verdict}`)}</StatusTag>
}
