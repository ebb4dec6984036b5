import type { FactSubject } from '~/domain/land/fact'
import { useKeeperHref } from './use-keeper-href'

/** Where a keeper says what a figure is now: most are typed, a rung is recorded, what remains follows from entries. */
export function useChangedHref(): (subject: FactSubject, code: string, key: string) => string {
  const href = useKeeperHref()
  return (subject, code, key) => {
    if (key === 'readiness') return href(`/plots/${code}/readiness`)
    if (key === 'remaining_capacity') return href(`/zones/${code}/capacity`)
    return href(`/${subject}s/${code}/facts?key=${key}#change`)
  }
}
