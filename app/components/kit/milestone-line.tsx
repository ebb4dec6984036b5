import type { ReactNode } from 'react'
import { useTranslation } from '~/locales/use-translation'

export interface Milestone {
  key: string
  state: 'done' | 'now' | 'next'
  title: ReactNode
  /** The day, the span, or the day expected. */
  when?: ReactNode
  /** Who has it, until when; the law behind it. */
  note?: ReactNode
}

/** The line of milestones, each a boundary post: done, now, next. */
export function MilestoneLine({ milestones }: { milestones: readonly Milestone[] }) {
  const { t } = useTranslation('common')
  return (
    <ol className="milestones">
      {milestones.map(({ key, state, title, when, note }) => (
        <li key={key} className={`milestone-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <svg viewBox="0 0 18 22" className="milestone-post" aria-hidden="true">
            <path d="M1 21V9a8 8 0 0 1 16 0v12z" />
            {state === 'done' ? <path d="M5.5 11.5 8 14l4.5-6" className="post-sign" /> : null}
            {state === 'now' ? <circle cx="9" cy="11" r="3" className="post-dot" /> : null}
          </svg>
          <span className="sr-only">{t(`milestone.${state}`)}: </span>
          <span className="milestone-title">{title}</span>{' '}
          {when ? <span className="milestone-when">{when}</span> : null}
          {note ? <div className="milestone-note">{note}</div> : null}
        </li>
      ))}
    </ol>
  )
}
