import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { ConditionState } from '~/domain/case/condition'
import { useTranslation } from '~/locales/use-translation'

export interface ConditionData {
  id: string
  text: string
  proof: string | null
  state: ConditionState
  dueDay: string | null
  late: boolean
  note: string | null
  handedInAt: string | null
  judgeText: string | null
  documents: { id: string; fileName: string }[]
  /** The reader may act on it now. */
  open: boolean
}

interface ConditionsCardProps {
  number: string
  conditions: readonly ConditionData[]
  side: 'my' | 'office'
  /** Above them: why the case was closed with some of them open. */
  children?: ReactNode
}

const TONES = { open: 'sky', handed_in: 'amber', returned: 'brick', met: 'pine' } as const

/** The conditions of an approval as both sides see them: what is due, what was shown, what is late. */
export function ConditionsCard({ number, conditions, side, children }: ConditionsCardProps) {
  const { t } = useTranslation('casework')
  const href = useHref()
  if (conditions.length === 0) return null
  return (
    <Card title={t('condition.title')} kind={conditions.some(({ open }) => open) ? 'asks' : undefined}>
      {children}
      <ol className="grid list-decimal gap-3 pl-5">
        {conditions.map((condition) => (
          <li key={condition.id}>
            <ConditionLine condition={condition} />
            {condition.open ? (
              <p className="mt-1">
                <Link to={href(`/${side}/cases/${number}/conditions/${condition.id}`)}>
                  {t(`condition.act.${side}`)}
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** One condition: its words, where it stands, what was handed in and what the office said. */
export function ConditionLine({ condition }: { condition: ConditionData }) {
  const { t } = useTranslation('casework')
  const href = useHref()
  const { day, instant } = useFormat()
  const { text, proof, state, dueDay, late, note, handedInAt, judgeText, documents } = condition
  return (
    <>
      <p>{text}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <StatusTag tone={TONES[state]}>{t(`condition.state.${state}`)}</StatusTag>
        {late ? <StatusTag tone="brick">{t('condition.late')}</StatusTag> : null}
        {dueDay ? <span>{t('condition.dueBy', { day: day(dueDay) })}</span> : null}
        {proof ? <span>{t('condition.shownBy', { proof })}</span> : null}
      </p>
      {handedInAt ? (
        <p className="text-sm">
          {t('condition.handedIn', { at: instant(handedInAt) })}
          {note ? `: ${note}` : ''}
        </p>
      ) : null}
      {documents.length > 0 ? (
        <ul className="grid gap-1 text-sm">
          {documents.map(({ id, fileName }) => (
            <li key={id}>
              <Link to={href(`/files/${id}`)} reloadDocument>
                {fileName}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {judgeText ? (
        <p className="whitespace-pre-line text-sm text-ink-soft">{t('condition.judged', { text: judgeText })}</p>
      ) : null}
    </>
  )
}
