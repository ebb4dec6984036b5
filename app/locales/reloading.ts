import type { MetaDescriptor } from '@remix-run/node'

const SECONDS = 2

/** Makes a page load itself again while something it shows is being done, with scripts off as well. */
export const reloading = (open: boolean): MetaDescriptor[] =>
  open ? [{ httpEquiv: 'refresh', content: String(SECONDS) }] : []
