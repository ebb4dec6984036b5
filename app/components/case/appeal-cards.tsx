import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { APPEAL, type Appealed } from '~/domain/case/appeal'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'
import { CaseStateTag } from './case-state-tag'

export interface AppealShown {
  what: Appealed | null
  of: { number: string; what: Appealed; decidedOn: string | null; ground: string } | null
  by: { number: string; state: CaseState } | null
  until: string | null
  mayAppeal: boolean
  draft: { id: string; ground: string } | null
}

interface AppealCardsProps {
  number: string
  appeal: AppealShown
  /** Where the reader finds cases: the investor's pages or the office's. */
  area: 'my' | 'office'
}

/** How a case stands to appeals: which decision it appeals, which case appeals its own, and until when one may. */
export function AppealCards({ number, appeal, area }: AppealCardsProps) {
  const { t } = useTranslation('appeal')
  const { day, dayLong } = useFormat()
  const href = useHref()
  const { of, by, until, mayAppeal, draft } = appeal
  const what = appeal.what ?? 'decision'
  return (
    <>
      {of ? (
        <Card title={t(`of.title.${of.what}`)} kind="anise" id="appeal">
          <p>
            <Link to={href(`/${area}/cases/${of.number}`)}>{of.number}</Link>
            {of.decidedOn ? `, ${t(`of.on.${of.what}`, { day: day(of.decidedOn) })}` : null}
          </p>
          <p className="mt-2 font-semibold">{t('ground')}</p>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{of.ground}</p>
          <p className="mt-2 text-sm text-ink-soft">{t(`of.another.${of.what}`)}</p>
        </Card>
      ) : null}
      {by ? (
        <Card title={t(`by.title.${what}`)} id="appealed">
          <p className="flex flex-wrap items-center gap-x-3">
            <Link to={href(`/${area}/cases/${by.number}`)}>{by.number}</Link>
            <CaseStateTag state={by.state} />
          </p>
        </Card>
      ) : null}
      {until && !by && area === 'my' ? (
        <Card title={t('may.title')} id="appeal">
          <p>{mayAppeal ? t(`may.until.${what}`, { day: dayLong(until) }) : t('may.over', { day: dayLong(until) })}</p>
          <AppealBasis />
          {mayAppeal ? (
            <div className="actions">
              <ButtonLink kind="outline" to={href(`/my/cases/${number}/appeal`)}>
                {draft ? t('may.goOn') : t(`may.begin.${what}`)}
              </ButtonLink>
            </div>
          ) : null}
        </Card>
      ) : null}
      {until && !by && area === 'office' ? (
        <Card title={t('may.title')} id="appeal">
          <p>{t('may.officeUntil', { day: dayLong(until) })}</p>
        </Card>
      ) : null}
    </>
  )
}

/** Where the period comes from, and how sure that is. */
export function AppealBasis() {
  const { t } = useTranslation('appeal')
  return (
    <p className="hint">
      {t('basis', { basis: APPEAL.basis, days: APPEAL.days })} {APPEAL.certain ? null : t('uncertain')}
    </p>
  )
}
