import { Link } from '@remix-run/react'
import { DaysLeft } from '~/components/kit/days-left'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { CaseDue } from '~/domain/case/due'
import type { CaseState } from '~/domain/case/state'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { CaseStateTag } from './case-state-tag'

export interface CaseHeadData {
  number: string
  version: number
  state: CaseState
  organization: string
  country: string
  project: string
  plots: string[]
  zone: Text
  officer: string | null
  due: CaseDue | null
  promisedDay: string | null
  mayApologise: boolean
}

interface CaseHeadProps {
  head: CaseHeadData
  /** The title of a form about the case; the case itself where there is none. */
  title?: string
}

/** The top of every office page about one case: who, what, where it stands, what is due. */
export function CaseHead({ head, title }: CaseHeadProps) {
  const { t } = useTranslation('case')
  const href = useHref()
  const { lang, dayLong } = useFormat()
  const back = title ? `/office/cases/${head.number}` : '/office'
  return (
    <header className="mb-4">
      <p className="mb-1 text-sm">
        <Link to={href(back)}>← {title ? t('office.case.title', { number: head.number }) : t('office.case.back')}</Link>
      </p>
      <h1 className="mb-1">{title ?? `${head.number} · ${head.organization}`}</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <CaseStateTag state={head.state} />
        <span>
          {title ? `${head.organization} · ` : null}
          {head.plots.join(' + ') || head.zone[lang]} · {head.project}
        </span>
        <span className="text-ink-soft">
          {t('office.case.officer')}: {head.officer ?? t('office.case.noOfficer')}
        </span>
        {head.due ? (
          <span className="flex flex-wrap items-center gap-x-3">
            <span>
              {t(head.state === 'submitted' ? 'office.case.intakeDue' : 'office.case.due')}:{' '}
              <strong>{dayLong(head.due.day)}</strong>
            </span>
            <DaysLeft days={head.due.left} of={head.due.of} unit={head.due.unit} paused={head.due.paused} />
          </span>
        ) : null}
        {head.promisedDay ? (
          <span>
            {t('office.late.promised')}: <strong>{dayLong(head.promisedDay)}</strong>
          </span>
        ) : null}
        {head.mayApologise && !title ? (
          <Link to={href(`/office/cases/${head.number}/apologise`)}>{t('office.late.action')}</Link>
        ) : null}
      </div>
    </header>
  )
}
