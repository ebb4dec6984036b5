import { type ReactNode, useId } from 'react'

export interface Column<Row> {
  key: string
  label: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers and days stand at the end of the cell. */
  end?: boolean
  /** The column that names the row; the first where none does. */
  heads?: boolean
}

interface TableProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the table is; read out, and shown unless hidden. */
  caption: ReactNode
  captionHidden?: boolean
  /** The row the page is about. */
  current?: string
  /** Without a frame, inside a card. */
  plain?: boolean
}

/** A table; on a narrow screen each row becomes a small list of label and value. */
export function Table<Row>({ columns, rows, rowKey, caption, captionHidden, current, plain }: TableProps<Row>) {
  const id = useId()
  const heading = columns.find((column) => column.heads) ?? columns[0]
  return (
    <section
      className={plain ? 'table-scroll table-plain' : 'table-scroll'}
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by the keyboard too
      tabIndex={0}
    >
      <table className="table table-stacks">
        <caption id={id} className={captionHidden ? 'sr-only' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.end ? 'end' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} aria-current={key === current ? 'true' : undefined}>
                {columns.map((column) => {
                  const attributes = {
                    className: column.end ? 'end' : undefined,
                    'data-label': typeof column.label === 'string' && column !== heading ? column.label : undefined,
                  }
                  return column === heading ? (
                    <th key={column.key} scope="row" {...attributes}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} {...attributes}>
                      {column.cell(row)}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
