import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

interface OfficerRow {
  id: string
  fullName: string
  divisions: Text[]
  open: number
  overdue: number
  dueThisWeek: number
  away: { untilDay: string; deputy: string } | null
}

/** The work each officer has in hand; each number leads to its cases. */
export function WorkloadTable({ people }: { people: readonly OfficerRow[] }) {
  const { t } = useTranslation(['absence', 'inbox'])
  const { lang, day } = useFormat()
  const href = useHref()
  const list = (id: string, due = '') => `${href('/office')}?${due}officer=${id}&tab=all`
  return (
    <Table
      plain
      caption={t('absence:workload')}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', label: t('person'), cell: ({ fullName }) => fullName },
        {
          key: 'division',
          label: t('inbox:sheet.division'),
          cell: ({ divisions }) => divisions.map((division) => textIn(division, lang)).join(', '),
        },
        { key: 'open', label: t('open'), end: true, cell: ({ id, open }) => <Link to={list(id)}>{open}</Link> },
        {
          key: 'overdue',
          label: t('overdue'),
          end: true,
          cell: ({ id, overdue }) => (overdue > 0 ? <Link to={list(id, 'due=overdue&')}>{overdue}</Link> : 0),
        },
        { key: 'week', label: t('dueThisWeek'), end: true, cell: ({ dueThisWeek }) => dueThisWeek },
        {
          key: 'away',
          label: t('state'),
          cell: ({ away }) =>
            away ? t('inbox:workload.away', { day: day(away.untilDay), deputy: away.deputy }) : t('there'),
        },
      ]}
    />
  )
}
