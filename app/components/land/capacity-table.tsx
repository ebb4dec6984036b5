import { useFormat } from '~/components/kit/format'
import { type Column, Table } from '~/components/kit/table'
import type { UtilityKind } from '~/domain/land/capacity'
import { useTranslation } from '~/locales/use-translation'

export interface CapacityLine {
  kind: UtilityKind
  name?: string
  today: number
  later: readonly { from: string; amount: number }[]
  illustrative: boolean
}

/** What remains at utility nodes today and from the days on which it changes. */
export function CapacityTable({ lines, caption }: { lines: readonly CapacityLine[]; caption: string }) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { day, number } = useFormat()
  const amount = (line: CapacityLine, value: number) =>
    common(line.kind === 'power' ? 'unit.kva' : 'unit.m3PerDay', { value: number(value) })
  const later = lines.some((line) => line.later.length > 0)
  const columns: Column<CapacityLine>[] = [
    { key: 'node', label: t('capacity.node'), cell: (line) => line.name ?? t(`utility.${line.kind}`) },
    {
      key: 'today',
      label: t('capacity.today'),
      end: true,
      cell: (line) => (line.today > 0 ? amount(line, line.today) : t('capacity.none')),
    },
    ...(later
      ? [
          {
            key: 'later',
            label: t('capacity.later'),
            end: true,
            cell: (line: CapacityLine) =>
              line.later.length > 0 ? (
                <span>
                  {line.later.map((step) => (
                    <span key={step.from} className="block">
                      {t('capacity.from', { amount: amount(line, step.amount), day: day(step.from) })}
                    </span>
                  ))}
                </span>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <>
      <Table
        plain
        columns={columns}
        rows={lines}
        rowKey={(line) => line.kind + (line.name ?? '')}
        caption={caption}
        captionHidden
      />
      {lines.some((line) => line.illustrative) ? (
        <p className="source-line illustrative">{t('capacity.illustrative')}</p>
      ) : null}
    </>
  )
}
