import type { ParseKeys } from 'i18next'

export type Area = 'my' | 'desk' | 'office' | 'agency' | 'admin' | 'audit'

export type NavItem = readonly [path: string, label: ParseKeys<'common'>]
export const AREA_NAV: Record<Area | 'public', readonly NavItem[]> = {
  public: [
    ['/plots', 'nav.plots'],
    ['/match', 'nav.match'],
    ['/zones', 'nav.zones'],
    ['/procedures', 'nav.procedures'],
  ],
  my: [
    ['/my', 'nav.myHome'],
    ['/my/needs', 'nav.myNeeds'],
    ['/my/organization', 'nav.myOrganization'],
    ['/plots', 'nav.plots'],
    ['/procedures', 'nav.procedures'],
  ],
  desk: [
    ['/desk', 'nav.deskInbox'],
    ['/desk/plots', 'nav.deskLand'],
    ['/desk/facts', 'nav.landFacts'],
    ['/plots', 'nav.plots'],
    ['/procedures', 'nav.procedures'],
  ],
  office: [
    ['/office', 'nav.officeInbox'],
    ['/office/steps', 'nav.officeSteps'],
    ['/office/plots', 'nav.officeLand'],
    ['/office/facts', 'nav.landFacts'],
    ['/office/enquiries', 'nav.officeEnquiries'],
    ['/office/duplicates', 'nav.officeDuplicates'],
    ['/procedures', 'nav.officeProcedures'],
  ],
  agency: [
    ['/office/steps', 'nav.officeSteps'],
    ['/procedures', 'nav.officeProcedures'],
  ],
  audit: [
    ['/office', 'nav.officeInbox'],
    ['/office/steps', 'nav.officeSteps'],
    ['/office/plots', 'nav.officeLand'],
    ['/office/enquiries', 'nav.officeEnquiries'],
    ['/office/duplicates', 'nav.officeDuplicates'],
    ['/office/admin/calendar', 'nav.adminCalendar'],
    ['/office/admin/audit', 'nav.adminAudit'],
    ['/office/admin/access', 'nav.adminAccess'],
  ],
  admin: [
    ['/office/admin/people', 'nav.adminPeople'],
    ['/office/admin/mail', 'nav.adminMail'],
    ['/office/admin/calendar', 'nav.adminCalendar'],
    ['/office/admin/audit', 'nav.adminAudit'],
  ],
}

/** Whose navigation a page shows: of those that share an address, the one whose every item the person may open. */
export function areaOf(path: string, areas: readonly Area[]): Area | 'public' {
  const first = path.split('/')[1]
  if (first === 'my' || first === 'desk') return areas.includes(first) ? first : (areas[0] ?? 'public')
  if (first !== 'office') return 'public'
  if (path.startsWith('/office/admin') && areas.includes('admin')) return 'admin'
  return (['audit', 'office', 'agency', 'admin'] as const).find((area) => areas.includes(area)) ?? areas[0] ?? 'public'
}

/** The item the page belongs to: the longest address that begins the page's own. */
export function currentOf(items: readonly NavItem[], path: string): string | undefined {
  // Files, zones and figures of land belong to the land, kept matches to the needs.
  const within = path
    .replace(/^(\/(?:office|desk))\/(?:imports|zones|figures)(?=\/|$)/, '$1/plots')
    .replace(/^\/my\/runs(?=\/|$)/, '/my/needs')
  const fits = items.filter(([to]) => within === to || within.startsWith(`${to}/`))
  return fits.sort((a, b) => b[0].length - a[0].length)[0]?.[0]
}
