import type { ReactNode } from 'react'

/** Label and value, one line each; a line without a value is left out. */
export function Facts({ items }: { items: readonly { label: ReactNode; value: ReactNode; key?: string }[] }) {
  return (
    <dl className="facts">
      {items.map((item, index) =>
        item.value === null || item.value === undefined || item.value === '' ? null : (
          <div key={item.key ?? (typeof item.label === 'string' ? item.label : index)}>
            <dt>{item.label}</dt>
            <dd>{item.value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
