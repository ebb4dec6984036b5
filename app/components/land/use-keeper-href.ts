import { useLocation } from '@remix-run/react'
import { keeperArea } from '~/domain/land/keeper'
import { useHref } from '../kit/use-lang'

/** Addresses of the land's keeping, in the area the page is in: the office's or a developer's desk. */
export function useKeeperHref(): (path: string) => string {
  const href = useHref()
  const { pathname } = useLocation()
  return (path) => href(`/${keeperArea(pathname)}${path}`)
}
