import { useRouteLoaderData } from '@remix-run/react'

/** Whether the way to register interest is shown to who reads the page; the office and developers have none. */
export function useRegisters(): boolean {
  const root = useRouteLoaderData('root') as { registers: boolean } | undefined
  return root?.registers ?? true
}
