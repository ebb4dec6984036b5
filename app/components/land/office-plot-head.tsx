import { Link, useLocation } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { keeperArea } from '~/domain/land/keeper'
import type { PublicationState } from '~/domain/land/readiness'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { PublicationTag } from './office-plot-table'
import { useKeeperHref } from './use-keeper-href'

interface OfficePlotHeadProps {
  plot: {
    code: string
    publication: PublicationState
    illustrative: boolean
    mayWrite: boolean
    zone: { code: string; name: Text; published: boolean }
    hold: { number: string; until: string } | null
    retiredOn: string | null
    steps: readonly unknown[]
    review: { publishAt: string | null }
  }
  /** Leads to the page of its publication, where there is something to do. */
  linked: boolean
}

/** The top of the office's pages about one plot: where it is, whether it is public, for whom it is held. */
export function OfficePlotHead({ plot, linked }: OfficePlotHeadProps) {
  const { t } = useTranslation(['land', 'inventory', 'capacity', 'plot', 'facts', 'need', 'setting'])
  const kept = useKeeperHref()
  const href = useHref()
  const { pathname } = useLocation()
  const { lang, instant } = useFormat()
  const isPublic = plot.publication === 'published'
  return (
    <header className="mb-4">
      <p className="mb-1 text-sm">
        <Link to={kept('/plots')}>← {t('office.title.list')}</Link>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">{t('office.title.edit', { code: plot.code })}</h1>
        {linked && plot.steps.length > 0 ? (
          <ButtonLink kind={isPublic ? 'outline' : 'main'} to={kept(`/plots/${plot.code}/publish`)}>
            {t('inventory:publication.open')}
          </ButtonLink>
        ) : null}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <PublicationTag state={plot.retiredOn ? 'retired' : plot.publication} />
        {plot.review.publishAt ? (
          <StatusTag tone="sky">{t('inventory:publication.due', { at: instant(plot.review.publishAt) })}</StatusTag>
        ) : null}
        {plot.illustrative ? <StatusTag tone="anise">{t('illustrative')}</StatusTag> : null}
        <span>{textIn(plot.zone.name, lang)}</span>
        {plot.zone.published ? null : <StatusTag tone="amber">{t('office.zoneHidden')}</StatusTag>}
        {plot.hold ? (
          keeperArea(pathname) === 'office' ? (
            <Link to={href(`/office/cases/${plot.hold.number}`)}>
              {t('office.heldFor', { number: plot.hold.number, until: instant(plot.hold.until) })}
            </Link>
          ) : (
            <span>{t('office.heldFor', { number: plot.hold.number, until: instant(plot.hold.until) })}</span>
          )
        ) : null}
        <Link to={kept(`/plots/${plot.code}/facts`)}>{t('facts:keeper.allFacts')}</Link>
        <Link to={kept(`/plots/${plot.code}/readiness`)}>{t('facts:rung.link')}</Link>
        <Link to={kept(`/plots/${plot.code}/vertices`)}>{t('plot:vertices.edit')}</Link>
        {isPublic ? <Link to={href(`/plots/${plot.code}`)}>{t('office.publicPage')}</Link> : null}
        <Link to={kept(`/zones/${plot.zone.code}/facts`)}>{t('facts:keeper.zoneFacts')}</Link>
        <Link to={kept(`/zones/${plot.zone.code}/capacity`)}>{t('capacity:toCapacity')}</Link>
        <Link to={kept(`/zones/${plot.zone.code}/settings`)}>{t('setting:zone.link')}</Link>
        {plot.mayWrite ? <Link to={kept(`/plots/${plot.code}/candidates`)}>{t('need:candidates.open')}</Link> : null}
      </p>
    </header>
  )
}
