import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { Rung } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'
import { FactSource } from './fact-value'

interface Line {
  rung: Rung
  number: number
  state: 'recorded' | 'passed' | 'ahead'
  current: boolean
  stale: boolean
  record: {
    id: string
    reachedOn: string
    source: string
    confirmedBy: string
    confirmedOn: string
    confirmedUntil: string | null
    illustrative: boolean
    evidence: { id: string; fileName: string; isPublic: boolean } | null
  } | null
}

interface ReadinessLadderProps {
  lines: readonly Line[]
  /** Whoever keeps the land reads all evidence. */
  readsAll?: boolean
  /** The ladder of a day that is past. */
  past?: boolean
  /** Where a record is withdrawn; none for readers. */
  withdrawHref?: (recordId: string) => string
}

/** The eight rungs of a plot, lowest first: reached when, by which evidence, who answers for it and until when. */
export function ReadinessLadder({ lines, readsAll = false, past = false, withdrawHref }: ReadinessLadderProps) {
  const { t } = useTranslation(['facts', 'land'])
  return (
    <ol className="m-0 grid list-none gap-0 p-0">
      {lines.map((line) => (
        <li
          key={line.rung}
          className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-b border-line py-2 last:border-b-0"
          aria-current={line.current ? 'step' : undefined}
        >
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="mt-0.5">
            <rect
              x="1"
              y="1"
              width="18"
              height="18"
              className={line.state === 'ahead' ? 'rung-empty' : `rung-${line.number} rung-edge`}
            />
            {line.current ? <path d="M5 10.5 9 14l6-8" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
          </svg>
          <div>
            <span className={line.state === 'ahead' ? 'text-ink-faint' : line.current ? 'font-semibold' : ''}>
              {line.number} {t(`land:readiness.${line.rung}`)}
            </span>
            {line.current ? (
              <span className="ml-2">
                <StatusTag tone="pine">{t(past ? 'ladder.then' : 'ladder.current')}</StatusTag>
              </span>
            ) : null}
            {line.record ? (
              <RungRecordText
                record={line.record}
                line={line}
                readsAll={readsAll}
                withdraw={withdrawHref?.(line.record.id)}
              />
            ) : line.state === 'passed' ? (
              <span className="block text-sm text-ink-soft">{t('ladder.passed')}</span>
            ) : (
              <span className="sr-only"> {t('ladder.ahead')}</span>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

interface RungRecordTextProps {
  record: NonNullable<Line['record']>
  line: Line
  readsAll: boolean
  withdraw: string | undefined
}

function RungRecordText({ record, line, readsAll, withdraw }: RungRecordTextProps) {
  const { t } = useTranslation(['facts', 'land'])
  const { day } = useFormat()
  const href = useHref()
  const { evidence } = record
  return (
    <div className="text-sm text-ink-soft">
      <p>
        <strong className="font-semibold text-ink">{t('ladder.reached', { day: day(record.reachedOn) })}</strong>
        {' · '}
        <FactSource fact={record} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {evidence && (evidence.isPublic || readsAll) ? (
          <a href={href(`/files/${evidence.id}`)}>{t('ladder.evidence', { file: evidence.fileName })}</a>
        ) : (
          <span>{t(evidence ? 'ladder.closedEvidence' : 'ladder.noEvidence')}</span>
        )}
        {line.current && record.confirmedUntil ? (
          line.stale ? (
            <StatusTag tone="amber">{t('ladder.stale', { day: day(record.confirmedUntil) })}</StatusTag>
          ) : (
            <span>{t('ladder.until', { day: day(record.confirmedUntil) })}</span>
          )
        ) : null}
        {withdraw ? <Link to={withdraw}>{t('ladder.withdraw')}</Link> : null}
      </p>
    </div>
  )
}
