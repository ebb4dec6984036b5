import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/kit/button'
import { useFormat } from '~/components/kit/format'
import type { Tone } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { INBOX_DUE, type InboxDue, type InboxTab } from '~/domain/case/inbox'
import { CASE_STATES, type CaseState, isOpen } from '~/domain/case/state'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

const TONES: Record<InboxDue, Tone> = { overdue: 'brick', soon: 'amber', waiting: 'sky', silent: 'amber' }

export interface InboxChoice {
  due?: InboxDue | undefined
  state?: CaseState | undefined
  officer?: string | undefined
  zone?: string | undefined
  q?: string | undefined
}

interface InboxFiltersProps {
  tab: InboxTab
  tabs: readonly InboxTab[]
  counts: Record<InboxTab, number>
  /** Plots somebody asked to publish: the office's other queue. */
  plotsInReview: number
  /** A number is null where nobody counted it. */
  due: Record<InboxDue, number | null> | null
  anyDue: number
  /** Counts stop here, and those of what is shown there. */
  countedTo: number
  foundTo: number
  filter: InboxChoice
  choices: { zones: { code: string; nameText: unknown }[]; officers: { id: string; fullName: string }[] }
  address: (changes: Record<string, string | undefined>) => string
  /** At the end of the first line. */
  aside?: ReactNode
  children?: ReactNode
}

/** The top of the inbox: whose cases, which of them, a search. Every choice is a plain address. */
export function InboxFilters(props: InboxFiltersProps) {
  const { tab, tabs, counts, plotsInReview, due, anyDue, filter, address, aside, children } = props
  const { t } = useTranslation('inbox')
  const href = useHref()
  const count = useCount(props.countedTo)
  const found = useCount(props.foundTo)
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="m-0">{t('page.title')}</h1>
        <nav aria-label={t('tabs')} className="flex flex-wrap gap-x-5 gap-y-1">
          {tabs.map((one) => (
            <Link
              key={one}
              to={`${href('/office')}?tab=${one}`}
              aria-current={one === tab ? 'page' : undefined}
              className="border-b-2 border-transparent py-1 no-underline aria-[current]:border-pine aria-[current]:font-semibold"
            >
              {t(`tab.${one}`)} <span className="text-ink-soft tabular-nums">{count(counts[one])}</span>
            </Link>
          ))}
        </nav>
        {plotsInReview > 0 ? (
          <Link to={`${href('/office/plots')}?publication=in_review`}>
            {t('plotsInReview')} <strong className="tabular-nums">{plotsInReview}</strong>
          </Link>
        ) : null}
        <span className="ml-auto">{aside}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {due ? (
          <ul className="flex flex-wrap gap-2" aria-label={t('filters')}>
            {INBOX_DUE.map((one) => (
              <li key={one}>
                <Chip tone={TONES[one]} current={filter.due === one} to={address({ due: one })}>
                  {t(`due.${one}`)} <strong>{found(due[one])}</strong>
                </Chip>
              </li>
            ))}
            <li>
              <Chip tone="neutral" current={filter.due === undefined} to={address({ due: undefined })}>
                {t('all')} <strong>{found(anyDue)}</strong>
              </Chip>
            </li>
          </ul>
        ) : (
          <span />
        )}
        <Search {...props} />
      </div>
      {children}
    </div>
  )
}

/** A count as far as it was counted; nothing where it was not. */
export function useCount(countedTo: number): (count: number | null) => string {
  const { t } = useTranslation('inbox')
  const { number } = useFormat()
  return (count) => {
    if (count === null) return ''
    return count > countedTo ? t('moreThan', { count: number(countedTo) as unknown as number }) : number(count)
  }
}

function Search({ tab, filter, choices, address }: InboxFiltersProps) {
  const { t } = useTranslation('inbox')
  const { t: ofCase } = useTranslation('case')
  const href = useHref()
  const { lang } = useFormat()
  const states = CASE_STATES.filter((state) => isOpen(state) === (tab !== 'ended'))
  const filtered = Object.values(filter).some(Boolean)
  const clear = { due: undefined, state: undefined, officer: undefined, zone: undefined, q: undefined }
  return (
    <Form method="get" action={href('/office')} className="flex flex-wrap items-center gap-2" role="search">
      <input type="hidden" name="tab" value={tab} />
      {filter.due ? <input type="hidden" name="due" value={filter.due} /> : null}
      <Choice name="state" label={t('state')} any={t('anyState')} value={filter.state}>
        {states.map((state) => [state, ofCase(`state.${state}`)])}
      </Choice>
      <Choice name="officer" label={t('officer')} any={t('anyOfficer')} value={filter.officer}>
        {choices.officers.map(({ id, fullName }) => [id, fullName])}
      </Choice>
      <Choice name="zone" label={t('zone')} any={t('anyZone')} value={filter.zone}>
        {choices.zones.map(({ code, nameText }) => [code, textIn(nameText as Text, lang)])}
      </Choice>
      <input
        key={filter.q}
        name="q"
        type="search"
        className="control w-56"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={filter.q}
        maxLength={200}
      />
      <Button kind="outline">{t('filterBy')}</Button>
      {filtered ? (
        <Link to={address(clear)} className="text-sm">
          {t('clear')}
        </Link>
      ) : null}
    </Form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  /** The line that narrows nothing. */
  any: string
  value: string | undefined
  children: (readonly [value: string, label: string])[]
}

const Choice = ({ name, label, any, value, children }: ChoiceProps) => (
  <select key={value} name={name} className="control max-w-44" aria-label={label} defaultValue={value ?? ''}>
    <option value="">{any}</option>
    {children.map(([one, text]) => (
      <option key={one} value={one}>
        {text}
      </option>
    ))}
  </select>
)

interface ChipProps {
  tone: Tone
  current: boolean
  to: string
  children: ReactNode
}

export const Chip = ({ tone, current, to, children }: ChipProps) => (
  <Link
    to={to}
    aria-current={current ? 'true' : undefined}
    className={`tag tone-${tone} no-underline aria-[current]:ring-2 aria-[current]:ring-current`}
  >
    {children}
  </Link>
)
