import type { ReactNode } from 'react'

interface CardProps {
  title?: ReactNode
  /** Beside the title: a tag, a day. */
  aside?: ReactNode
  /** `asks` waits for the reader; `anise` is a hint worth taking. */
  kind?: 'plain' | 'asks' | 'anise'
  id?: string
  children: ReactNode
}

const CLASSES = { plain: 'card', asks: 'card card-asks', anise: 'card card-anise' }

/** A surface with a title. */
export function Card({ title, aside, kind = 'plain', id, children }: CardProps) {
  return (
    <section className={CLASSES[kind]} id={id}>
      {title ? (
        <div className="card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}
