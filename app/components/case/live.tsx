import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { useActWord } from './history-words'

const EVERY_MS = 4000
/** After an answer that is none of ours: a server that restarts is not hurried. */
const AFTER_FAILURE_MS = 15_000

interface Change {
  number: string
  act: string
  by: string | null
  at: string
}
type Heard = { ended: true } | { ended: false; change: Change } | null

interface LiveProps {
  /** Where the cases stood when the page was made. */
  revision: string
  /** Of one case; of all of them where none is given. */
  number?: string
}

/**
 * Lets the page follow what others change while it is in sight, and says what it was; ends with the session. Asks for
 * a few bytes at a time, so that it holds no connection open.
 */
export function Live({ revision, number }: LiveProps) {
  const { t } = useTranslation('inbox')
  const { instant } = useFormat()
  const actWord = useActWord()
  const href = useHref()
  const { revalidate } = useRevalidator()
  const shown = useRef(revision)
  shown.current = revision
  const [heard, setHeard] = useState<Heard>(null)
  const address = `${href('/office/live')}${number ? `?case=${number}` : ''}`

  useEffect(() => {
    let etag = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopping = new AbortController()
    const later = (ms: number) => {
      clearTimeout(timer)
      if (!stopping.signal.aborted) timer = setTimeout(ask, ms)
    }
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const headers = etag ? { 'If-None-Match': etag } : undefined
        const answer = await fetch(address, { headers, redirect: 'manual', signal: stopping.signal, cache: 'no-store' })
        // A redirection leads to the sign-in page: the session is over, or the role.
        if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
          setHeard({ ended: true })
          return
        }
        if (answer.status === 200) {
          const { revision: now, last } = (await answer.json()) as { revision: string; last: Change | null }
          etag = answer.headers.get('ETag') ?? ''
          if (now !== shown.current) {
            if (last) setHeard({ ended: false, change: last })
            revalidate()
          }
        }
        later(answer.ok || answer.status === 304 ? EVERY_MS : AFTER_FAILURE_MS)
      } catch {
        later(AFTER_FAILURE_MS)
      }
    }
    const onSight = () => later(0)
    document.addEventListener('visibilitychange', onSight)
    later(EVERY_MS)
    return () => {
      stopping.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [address, revalidate])

  return (
    <p role="status" className="m-0 text-sm text-ink-soft empty:hidden">
      {heard === null
        ? null
        : heard.ended
          ? t('live.ended')
          : t('live.changed', {
              number: heard.change.number,
              act: actWord(heard.change.act),
              by: heard.change.by ?? '–',
              at: instant(heard.change.at),
            })}
    </p>
  )
}
