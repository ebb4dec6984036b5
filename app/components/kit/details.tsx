import type { ReactNode } from 'react'

/** Something that opens without scripts. */
export const Details = ({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) => (
  <details className="details" open={open}>
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)
