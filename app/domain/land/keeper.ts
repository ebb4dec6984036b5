/** Who keeps land true works on it below one of two addresses: the office, or a zone developer's desk. */
export type KeeperArea = 'office' | 'desk'

/** The area of an address such as /vi/desk/plots; the office where it is neither. */
export const keeperArea = (pathname: string): KeeperArea =>
  /^\/(?:[a-z]{2}\/)?desk(?:\/|$)/.test(pathname) ? 'desk' : 'office'

/** An address of the land's keeping in the same area as the page asked: `keeperPath('/vi/desk/plots/new', '/plots')`. */
export const keeperPath = (pathname: string, path: string): string =>
  `/${pathname.split('/')[1]}/${keeperArea(pathname)}${path}`
