import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { MilestoneRole } from '~/domain/case/milestones'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'
import { CaseStateTag } from './case-state-tag'

interface MyCaseRow {
  number: string
  project: string
  land: string
  organizationName: string
  state: CaseState
  submittedDay: string
  holder: MilestoneRole | null
  until: string | null
}

/** The cases of the person's organisations; `named` where there is more than one organisation. */
export function MyCases({ cases, named }: { cases: readonly MyCaseRow[]; named: boolean }) {
  const { t } = useTranslation('case')
  const href = useHref()
  const { day, dayShort } = useFormat()
  return (
    <Table<MyCaseRow>
      caption={t('my.home.cases')}
      rows={cases}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'project',
          label: t('my.column.project'),
          heads: true,
          cell: (row) => (
            <>
              <Link to={href(`/my/cases/${row.number}`)}>{row.project}</Link>
              <div className="text-sm font-normal text-ink-soft">
                {row.number}
                {named ? ` · ${row.organizationName}` : null}
              </div>
            </>
          ),
        },
        { key: 'land', label: t('my.column.land'), cell: (row) => row.land },
        { key: 'state', label: t('my.column.state'), cell: (row) => <CaseStateTag state={row.state} /> },
        {
          key: 'holder',
          label: t('my.column.holder'),
          cell: (row) => (row.holder ? (row.holder === 'applicant' ? t('my.you') : t(`holder.${row.holder}`)) : '–'),
        },
        { key: 'until', label: t('my.column.until'), cell: (row) => (row.until ? dayShort(row.until) : '–') },
        { key: 'submitted', label: t('my.column.submitted'), end: true, cell: (row) => day(row.submittedDay) },
      ]}
    />
  )
}
