import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface AbsenceRow {
  id: string
  person: string
  deputy: string
  fromDay: string
  untilDay: string
  note: string | null
  lasts: boolean
  mayEnd: boolean
}

/** Who is or will be away, who acts meanwhile. */
export function AbsenceTable({ absences }: { absences: readonly AbsenceRow[] }) {
  const { t } = useTranslation('absence')
  const { day } = useFormat()
  const href = useHref()
  if (absences.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <Table
      plain
      caption={t('list')}
      captionHidden
      rows={absences}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', label: t('person'), cell: ({ person }) => person },
        { key: 'days', label: t('days'), cell: ({ fromDay, untilDay }) => `${day(fromDay)} – ${day(untilDay)}` },
        { key: 'deputy', label: t('deputy'), cell: ({ deputy }) => deputy },
        {
          key: 'state',
          label: t('state'),
          cell: ({ lasts }) => <StatusTag tone={lasts ? 'amber' : 'sky'}>{t(lasts ? 'lasts' : 'coming')}</StatusTag>,
        },
        { key: 'note', label: t('note'), cell: ({ note }) => note },
        {
          key: 'end',
          label: t('act'),
          cell: ({ id, mayEnd, person }) =>
            mayEnd ? (
              <Form action={href(`/office/absences/${id}/end`)}>
                <Button kind="outline" aria-label={t('endOf', { person })}>
                  {t('end')}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  )
}
