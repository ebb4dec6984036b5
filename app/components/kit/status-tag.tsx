import type { ReactNode } from 'react'

export type Tone = 'pine' | 'anise' | 'amber' | 'brick' | 'sky' | 'neutral'

// A shape for each tone, so that a status is told apart without colour.
const SHAPES: Record<Tone, ReactNode> = {
  pine: <path d="M1.5 5.5 4 8l4.5-6" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  anise: <path d="M5 0.5 6.4 3.6 9.5 5 6.4 6.4 5 9.5 3.6 6.4 0.5 5 3.6 3.6z" fill="currentColor" />,
  amber: <path d="M5 1 9.5 9h-9z" fill="currentColor" />,
  brick: <path d="M1.5 1.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  sky: <path d="M2 1h2v8H2zm4 0h2v8H6z" fill="currentColor" />,
  neutral: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
}

/** Where something stands: a word, a shape and a colour. Amber is soon, brick is late or refused, sky waits. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag tone-${tone}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  )
}
