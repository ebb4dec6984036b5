import { isPublicPlot, isPublicZone } from '~/domain/land/catalogue'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { procedureVersions } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'

/** Three languages of so many pages stay under two megabytes, which is what is kept as finished bytes. */
const PAGES_PER_FILE = 1000
/** Pages that are always there. */
const FIXED = ['', '/plots', '/zones', '/totals', '/data', '/procedures', '/contact', '/privacy', '/terms', '/enquiry']

interface SitemapFile {
  baseUrl: string
  /** Day on which the catalogue last moved. */
  changed: string
  parts: number
  /** Of the part that was asked; all pages where one file holds them. */
  pages: { path: string; changed: string | null }[]
}

/** The published pages for search engines, a part of them at a time; a part that is not there is refused. */
export async function sitemapPages(part: number | null): Promise<Verdict<SitemapFile>> {
  const [land, versions, catalogue] = await Promise.all([
    snapshot(),
    procedureVersions(),
    db().catalogue.findUniqueOrThrow({ where: { id: 1 }, select: { changedAt: true } }),
  ])
  const changed = dayInVietnam(catalogue.changedAt)
  const pages = [
    ...FIXED.map((path) => ({ path, changed: null })),
    ...[...new Set(versions.map((version) => version.procedure))].map((code) => ({
      path: `/procedures/${encodeURIComponent(code)}`,
      changed: null,
    })),
    ...land.zones.filter(isPublicZone).map((zone) => ({ path: `/zones/${encodeURIComponent(zone.code)}`, changed })),
    ...land.plots.filter(isPublicPlot).map((plot) => ({ path: `/plots/${encodeURIComponent(plot.code)}`, changed })),
  ]
  const parts = Math.ceil(pages.length / PAGES_PER_FILE)
  if (part !== null && (part < 1 || part > parts)) return refuse('not-found')
  const from = part === null ? 0 : (part - 1) * PAGES_PER_FILE
  return ok({ baseUrl: baseUrl(), changed, parts, pages: pages.slice(from, from + PAGES_PER_FILE) })
}
