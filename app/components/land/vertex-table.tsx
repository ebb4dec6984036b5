import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { TO_WGS84, type Vertex } from '~/domain/land/vn2000'
import { useTranslation } from '~/locales/use-translation'

interface VertexTableProps {
  table: { zoneText: string; source: string; rows: (Vertex & { sideM: number })[] }
}

const SHIFT = Object.values(TO_WGS84).join('; ')

/** The legal vertices as the paper lists them: X to the north, Y to the east; with what leads from there to WGS84. */
export function VertexTable({ table }: VertexTableProps) {
  const { t } = useTranslation('plot')
  const { number } = useFormat()
  const rows = table.rows.map((row, i) => ({ ...row, name: String(i + 1) }))
  return (
    <>
      <Table
        plain
        caption={t('vertices.caption', { zone: table.zoneText })}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', label: t('vertices.name'), cell: (row) => row.name },
          { key: 'x', label: t('vertices.x'), end: true, cell: (row) => number(row.x, 3) },
          { key: 'y', label: t('vertices.y'), end: true, cell: (row) => number(row.y, 3) },
          { key: 'side', label: t('vertices.side'), end: true, cell: (row) => number(row.sideM, 2) },
        ]}
      />
      <p className="source-line">{t('vertices.source', { source: table.source })}</p>
      <p className="source-line">{t('vertices.parameters', { parameters: SHIFT })}</p>
    </>
  )
}
