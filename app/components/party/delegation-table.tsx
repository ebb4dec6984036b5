import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { SignedOutcome, SigningForm } from '~/domain/party/delegation'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

export interface DelegationShown {
  id: string
  delegate: string
  by: string
  form: SigningForm
  outcomes: readonly SignedOutcome[]
  zone: { code: string; name: Text } | null
  fromDay: string
  untilDay: string
  revokedFrom: string | null
  revokedReason: string | null
  paperNumber: string
  paperDay: string
  document: { id: string; fileName: string; sha256: string }
  decisions: number
  state: 'coming' | 'in_force' | 'ended'
  giverSigns: boolean
  mayEnd: boolean
}

const TONES = { coming: 'sky', in_force: 'pine', ended: 'neutral' } as const

interface DelegationTableProps {
  caption: string
  rows: readonly DelegationShown[]
}

/** Who may sign what for the director, from when until when, and by which paper. */
export function DelegationTable({ caption, rows }: DelegationTableProps) {
  const { t } = useTranslation('signing')
  const { day, lang, number } = useFormat()
  const href = useHref()
  const anyToEnd = rows.some(({ mayEnd }) => mayEnd)
  return (
    <Table
      plain
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'delegate',
          label: t('delegate'),
          cell: (row) => (
            <div>
              {row.delegate}
              <span className="block text-sm font-normal text-ink-soft">{t(`forms.${row.form}`)}</span>
            </div>
          ),
        },
        {
          key: 'covers',
          label: t('covers'),
          cell: ({ outcomes, zone }) => (
            <div>
              {outcomes.map((outcome) => t(`outcome.${outcome}`)).join(' · ')}
              <span className="block text-sm text-ink-soft">
                {zone ? `${zone.code} · ${zone.name[lang]}` : t('allZones')}
              </span>
            </div>
          ),
        },
        {
          key: 'days',
          label: t('days'),
          cell: (row) => (
            <div>
              <StatusTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusTag>
              <span className="block text-sm">{t('range', { from: day(row.fromDay), until: day(row.untilDay) })}</span>
              {row.state === 'ended' || row.giverSigns ? null : (
                <StatusTag tone="amber">{t('giverGone', { by: row.by })}</StatusTag>
              )}
              {row.revokedFrom ? (
                <span className="block text-sm text-ink-soft">
                  {t('revoked', { day: day(row.revokedFrom), reason: row.revokedReason ?? '' })}
                </span>
              ) : null}
            </div>
          ),
        },
        {
          key: 'paper',
          label: t('paper'),
          cell: ({ document, paperNumber, paperDay, by }) => (
            <div>
              <Link to={href(`/files/${document.id}`)} reloadDocument title={t('sha256', { digest: document.sha256 })}>
                {t('paperOf', { number: paperNumber, day: day(paperDay) })}
              </Link>
              <span className="block text-sm text-ink-soft">{t('by', { by })}</span>
            </div>
          ),
        },
        { key: 'decisions', label: t('decisions'), end: true, cell: ({ decisions }) => number(decisions) },
        ...(anyToEnd
          ? [
              {
                key: 'act',
                label: t('act'),
                cell: ({ id, mayEnd, delegate }: DelegationShown) =>
                  mayEnd ? (
                    <Link to={href(`/office/delegations/${id}/end`)} aria-label={t('endOf', { name: delegate })}>
                      {t('endLink')}
                    </Link>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}
