import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

export interface AssignmentRow {
  id: string
  kind: 'assigned' | 'handed_over' | 'taken_back'
  officer: string | null
  by: string | null
  reason: string | null
  at: string
}

/** Who had the case, newest first; nothing while nobody has. */
export function CaseAssignments({ rows }: { rows: readonly AssignmentRow[] }) {
  const { t } = useTranslation(['absence', 'case'])
  const { instant } = useFormat()
  if (rows.length === 0) return null
  return (
    <Card title={t('assignments.title')}>
      <ol className="grid gap-2 text-sm">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line pb-2 last:border-0">
            <span className="flex flex-wrap justify-between gap-x-3">
              <strong>{row.officer ?? t('case:office.case.noOfficer')}</strong>
              <time dateTime={row.at} className="text-ink-soft">
                {instant(row.at)}
              </time>
            </span>
            <span className="block text-ink-soft">
              {t(`assignments.${row.kind}`, { by: row.by ?? t('case:office.case.erased') })}
            </span>
            {row.reason ? <span className="block">{row.reason}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
