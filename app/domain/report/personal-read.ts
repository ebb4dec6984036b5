import { GRANTED_ROLES, type Role } from '../party/permission'

/** Months for which it is kept who read personal data; the database refuses to erase a younger line. */
export const ACCESS_LOG_MONTHS = 24

export const PERSONAL_READS = [
  'case',
  'request',
  'consultation',
  'person',
  'enquiry',
  'step',
  'file',
  'letter',
  'list',
] as const

/** What of somebody's was read: one thing, named by its number or id, or a list with many people in it. */
export interface PersonalRead {
  kind: (typeof PERSONAL_READS)[number]
  key: string | null
}

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const ONE: [RegExp, PersonalRead['kind']][] = [
  [/^\/office\/cases\/([^/]+)(?:\/|$)/, 'case'],
  [new RegExp(`^/desk/requests/${ID}(?:/|$)`), 'request'],
  [new RegExp(`^/office/admin/people/${ID}(?:/|$)`), 'person'],
  [/^\/office\/enquiries\/([^/]+)(?:\/|$)/, 'enquiry'],
  [new RegExp(`^/office/steps/${ID}(?:/|$)`), 'step'],
  [new RegExp(`^/files/${ID}$`), 'file'],
  [new RegExp(`^/letters/${ID}$`), 'letter'],
]
/** Pages of the office and of the desk with nobody's data: land, calendars, settings, the check of the record's chain. */
const NOBODYS =
  /^\/(office|desk)\/(live|plots|zones|imports|facts|figures|settings|admin\/(calendar|audit\/check|figures|settings|divisions))(\/|$)/
/** Who takes interest in a plot is somebody's, and who is in which division. */
const SOMEBODYS = /^\/(office|desk)\/(plots\/[^/]+\/candidates$|settings\/divisions(\/|$))/

/**
 * Whose data an address shows, the language left out; null where it shows nobody's. A page of the office or the desk
 * that is not known to show nobody's data counts as one that does.
 */
export function personalReadOf(address: string): PersonalRead | null {
  const path = address.replace(/^\/(vi|en|zh)(?=\/)/, '').replace(/\/$/, '')
  for (const [pattern, kind] of ONE) {
    const key = pattern.exec(path)?.[1]
    if (key !== undefined) return { kind, key }
  }
  if (SOMEBODYS.test(path)) return { kind: 'list', key: null }
  if (!/^\/(office|desk)(\/|$)/.test(path) || NOBODYS.test(path)) return null
  return { kind: 'list', key: null }
}

const LINK = /^((?:\/(?:vi|en|zh))?\/consultations\/)([^/]+)((?:\/.*)?)$/

/**
 * What was read over a link that an agency was sent: its token, and the address as it may be kept, since whoever reads
 * a token could answer with it. Null for any other address.
 */
export function linkReadOf(address: string): { token: string; address: string } | null {
  const [, before = '', token, after = ''] = LINK.exec(address) ?? []
  return token === undefined ? null : { token, address: `${before}-${after}` }
}

/** Whether a reader's reading is kept: those whom a role of the office's lets see other people's data. */
export const isWatched = (roles: readonly Role[]): boolean =>
  roles.some((role) => (GRANTED_ROLES as readonly Role[]).includes(role))
