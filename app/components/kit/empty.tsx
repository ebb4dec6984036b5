import type { ReactNode } from 'react'
import { Mark } from './mark'

/** A list with nothing in it: why, and what to do. */
export function Empty({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <Mark size={40} />
      <p className="font-semibold text-ink">{title}</p>
      {children ? <div>{children}</div> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  )
}
