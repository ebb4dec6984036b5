import type { ReactNode } from 'react'

/** A short page about an account: a heading, a line, and one thing to do. */
export function AccountPage({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-xl gap-5">
      <header className="grid gap-2">
        <h1>{title}</h1>
        {lead ? <p className="text-ink-soft">{lead}</p> : null}
      </header>
      {children}
    </div>
  )
}
