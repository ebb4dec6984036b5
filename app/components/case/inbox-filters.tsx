import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/kit/button'
import type { Tone } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { CASE_STATES, type CaseState, isOpen } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

const TABS = ['mine', 'unassigned', 'division', 'ended'] as const
type Tab = (typeof TABS)[number]
const DUE = ['overdue', 'soon', 'waiting'] as const
type Due = (typeof DUE)[number]
const TONES: Record<Due, Tone> = { overdue: 'brick', soon: 'amber', waiting: 'sky' }

interface InboxFiltersProps {
  tab: Tab
  counts: Record<Tab, number>
  /** Plots somebody asked to publish: the office's other queue. */
  plotsInReview: number
  due: Record<Due, number> | null
  filter: { due?: Due | undefined; state?: CaseState | undefined; q?: string | undefined }
  address: (changes: Record<string, string | undefined>) => string
}

/** The top of the inbox: whose cases, which of them, a search. Every choice is a plain address. */
export function InboxFilters({ tab, counts, plotsInReview, due, filter, address }: InboxFiltersProps) {
  const { t } = useTranslation(['case', 'common'])
  const href = useHref()
  const states = CASE_STATES.filter((state) => isOpen(state) === (tab !== 'ended'))
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="m-0">{t('office.inbox.title')}</h1>
        <nav aria-label={t('office.inbox.tabs')} className="flex flex-wrap gap-x-5 gap-y-1">
          {TABS.map((one) => (
            <Link
              key={one}
              to={`${href('/office')}?tab=${one}`}
              aria-current={one === tab ? 'page' : undefined}
              className="border-b-2 border-transparent py-1 no-underline aria-[current]:border-pine aria-[current]:font-semibold"
            >
              {t(`office.inbox.tab.${one}`)} <span className="text-ink-soft tabular-nums">{counts[one]}</span>
            </Link>
          ))}
        </nav>
        {plotsInReview > 0 ? (
          <Link to={`${href('/office/plots')}?publication=in_review`}>
            {t('office.inbox.plotsInReview')} <strong className="tabular-nums">{plotsInReview}</strong>
          </Link>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {due ? (
          <ul className="flex flex-wrap gap-2" aria-label={t('office.inbox.filters')}>
            {DUE.map((one) => (
              <li key={one}>
                <Chip tone={TONES[one]} current={filter.due === one} to={address({ due: one })}>
                  {t(`office.inbox.due.${one}`)} <strong>{due[one]}</strong>
                </Chip>
              </li>
            ))}
            <li>
              <Chip tone="neutral" current={filter.due === undefined} to={address({ due: undefined })}>
                {t('office.inbox.all')} <strong>{counts[tab]}</strong>
              </Chip>
            </li>
          </ul>
        ) : (
          <span />
        )}
        <Form method="get" action={href('/office')} className="flex flex-wrap items-center gap-2" role="search">
          <input type="hidden" name="tab" value={tab} />
          {filter.due ? <input type="hidden" name="due" value={filter.due} /> : null}
          <select
            name="state"
            className="control"
            aria-label={t('office.inbox.state')}
            defaultValue={filter.state ?? ''}
          >
            <option value="">{t('office.inbox.anyState')}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </select>
          <input
            name="q"
            type="search"
            className="control"
            aria-label={t('office.inbox.search')}
            placeholder={t('office.inbox.search')}
            defaultValue={filter.q}
            maxLength={200}
          />
          <Button kind="outline">{t('common:form.search')}</Button>
        </Form>
      </div>
    </div>
  )
}

interface ChipProps {
  tone: Tone
  current: boolean
  to: string
  children: ReactNode
}

const Chip = ({ tone, current, to, children }: ChipProps) => (
  <Link
    to={to}
    aria-current={current ? 'true' : undefined}
    className={`tag tone-${tone} no-underline aria-[current]:ring-2 aria-[current]:ring-current`}
  >
    {children}
  </Link>
)
