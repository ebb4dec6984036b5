import { Form, Link, useLocation } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { Details } from '~/components/kit/details'
import { FormContext } from '~/components/kit/form-context'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { RefusalText } from '~/components/kit/refusal-text'
import { Table } from '~/components/kit/table'
import type { Refusal } from '~/domain/verdict'
import { useTranslation } from '~/locales/use-translation'
import { FactSource, FactValue, useFactWord } from './fact-value'

interface FactPeriod {
  id: string
  key: string
  value: unknown
  source: string
  confirmedBy: string
  confirmedOn: string
  confirmedUntil: string | null
  validFrom: string
  supersededOn: string | null
  illustrative: boolean
}

export interface AsOfAnswer {
  day: string | null
  asked: string
  refusal: Refusal | null
  first: string | null
}

/** What day the page tells of, when it is not today, or why it cannot tell of the day asked for. */
export function AsOfBanner({ asOf, of }: { asOf: AsOfAnswer; of: 'plot' | 'zone' }) {
  const { t } = useTranslation('facts')
  const { day } = useFormat()
  const { pathname } = useLocation()
  if (!asOf.day && !asOf.refusal) return null
  const { first, ...values } = asOf.refusal?.values ?? {}
  return (
    <div className="mb-4">
      <NoticeBanner tone={asOf.refusal ? 'amber' : 'sky'}>
        {asOf.refusal ? (
          <RefusalText code={asOf.refusal.code} values={first ? { ...values, first: day(String(first)) } : values} />
        ) : (
          t(of === 'plot' ? 'asOf.on' : 'asOf.zoneOn', { day: day(asOf.day ?? '') })
        )}{' '}
        <Link to={pathname}>{t('asOf.today')}</Link>
      </NoticeBanner>
    </div>
  )
}

/** Every value a subject's figures ever had, and a day to look at them by. */
export function FactHistory({ history, asOf }: { history: readonly FactPeriod[]; asOf: AsOfAnswer }) {
  const { t } = useTranslation('facts')
  const { day } = useFormat()
  if (history.length === 0) return null
  const values = { asOf: asOf.asked }
  const errors = asOf.refusal ? [{ field: 'asOf', code: asOf.refusal.code, values: asOf.refusal.values }] : []
  return (
    <div className="no-print">
      <Form method="get" className="mt-4 flex flex-wrap items-end gap-3" aria-label={t('asOf.title')}>
        <FormContext.Provider value={{ values, errors }}>
          <DayField
            name="asOf"
            label={t('asOf.title')}
            hint={asOf.first ? t('asOf.hint', { first: day(asOf.first) }) : undefined}
            min={asOf.first ?? undefined}
          />
        </FormContext.Provider>
        <Button kind="outline">{t('asOf.show')}</Button>
      </Form>
      <Details summary={t('history.open', { count: history.length })} open={asOf.day !== null}>
        <FactPeriods history={history} />
      </Details>
    </div>
  )
}

/** Values with the time in which each stood. */
export function FactPeriods({ history }: { history: readonly FactPeriod[] }) {
  const { t } = useTranslation(['facts', 'land'])
  const word = useFactWord()
  const { day } = useFormat()
  return (
    <Table
      plain
      caption={t('history.title')}
      captionHidden
      rows={history}
      rowKey={(fact) => fact.id}
      columns={[
        { key: 'fact', label: t('history.figure'), cell: (fact) => word(fact.key) },
        {
          key: 'value',
          label: t('history.value'),
          cell: (fact) => <FactValue factKey={fact.key} value={fact.value} />,
        },
        {
          key: 'period',
          label: t('history.period'),
          cell: ({ validFrom, supersededOn }) =>
            supersededOn
              ? t('history.between', { from: day(validFrom), until: day(supersededOn) })
              : t('history.since', { from: day(validFrom) }),
        },
        {
          key: 'until',
          label: t('history.until'),
          cell: (fact) => (fact.confirmedUntil ? day(fact.confirmedUntil) : t('land:facts.noEnd')),
        },
        { key: 'source', label: t('history.source'), cell: (fact) => <FactSource fact={fact} /> },
      ]}
    />
  )
}
