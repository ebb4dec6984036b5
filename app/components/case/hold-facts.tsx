import { Link } from '@remix-run/react'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { HoldState } from '~/domain/land/hold'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

export interface HoldShown {
  state: HoldState
  plots: string[]
  capacities: { kind: 'power' | 'water' | 'wastewater'; source: Text; amount: number; neededOn: string | null }[]
  fromDay: string
  lastDay: string
  extendedOn: string | null
  extensionReason: string | null
  endedOn: string | null
  endReason: string | null
  lease: {
    number: string
    fromDay: string
    untilDay: string
    document: { id: string; fileName: string } | null
  } | null
}

const TONES: Record<HoldState, Tone> = {
  none: 'neutral',
  requested: 'sky',
  active: 'pine',
  extended: 'pine',
  converted: 'pine',
  released: 'neutral',
  expired: 'amber',
}

export function HoldTag({ state }: { state: HoldState }) {
  const { t } = useTranslation('hold')
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>
}

const CASE_ENDS = ['refused', 'returned', 'withdrawn', 'closed', 'developer_declined'] as const
type CaseEnd = (typeof CASE_ENDS)[number]

/** What is held, since when and until when, and what became of it. */
export function HoldFacts({ hold }: { hold: HoldShown }) {
  const { t } = useTranslation('hold')
  const { lang, day, dayLong, number } = useFormat()
  const href = useHref()
  const ended = hold.state === 'released' || hold.state === 'converted'
  const keeps = hold.state !== 'requested'
  const why = CASE_ENDS.find((end) => end === hold.endReason) as CaseEnd | undefined
  return (
    <Facts
      items={[
        { label: t('plots'), value: hold.plots.join(', ') },
        ...hold.capacities.map(({ kind, source, amount, neededOn }) => ({
          label: t(`kind.${kind}`),
          value: `${t(`amount.${kind}`, { amount: number(amount) })}, ${textIn(source, lang)}${
            neededOn ? `, ${t('neededOn', { day: day(neededOn) })}` : ''
          }`,
        })),
        { label: t('from'), value: keeps ? day(hold.fromDay) : null },
        { label: t('until'), value: keeps && !ended ? <strong>{dayLong(hold.lastDay)}</strong> : null },
        {
          label: t('extended'),
          value: hold.extendedOn && `${day(hold.extendedOn)}: ${hold.extensionReason ?? ''}`,
        },
        { label: t('ended'), value: hold.endedOn && day(hold.endedOn) },
        { label: t('reason'), value: why ? t(`caseEnd.${why}`) : hold.endReason },
        {
          label: t('lease.title'),
          value: hold.lease && (
            <>
              {hold.lease.number}, {t('lease.term', { from: day(hold.lease.fromDay), until: day(hold.lease.untilDay) })}
              {hold.lease.document ? (
                <>
                  {' · '}
                  <Link to={href(`/files/${hold.lease.document.id}`)} reloadDocument>
                    {hold.lease.document.fileName}
                  </Link>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
