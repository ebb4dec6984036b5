import type { ReactNode } from 'react'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { useFormat } from './format'
import { NoticeBanner } from './notice-banner'
import { Table } from './table'

interface Told {
  by: string
  act: string
  /** As the page writes an instant. */
  at: string
  state: string
}

export interface StaleFormProps {
  answer: FormAnswer | undefined
  title: string
  /** Who changed it, to what, when. */
  text: (told: Told) => ReactNode
  /** What is to be done now. */
  then: string
  labels?: Readonly<Record<string, string>>
  /** A value of a field as the page shows it; as it was typed where this says nothing. */
  say?: (field: string, value: string) => ReactNode
}

/** Somebody was faster: who, when, and field by field what was typed and what stands there now. */
export function StaleForm({ answer, title, text, then, labels = {}, say }: StaleFormProps) {
  const { t } = useTranslation('stale')
  const { instant } = useFormat()
  const values = answer?.errors.find(({ code }) => code === 'conflict')?.values
  if (!values?.at) return null
  const told = {
    by: String(values.by),
    act: String(values.act),
    at: instant(String(values.at)),
    state: String(values.state),
  }
  const shown = (field: string, value: string | string[]) => {
    const all = typeof value === 'string' ? [value] : value
    if (all.join('').trim() === '') return <span className="text-ink-faint">{t('empty')}</span>
    return all.map((one) => (
      <span key={one} className="block whitespace-pre-line">
        {say?.(field, one) ?? one}
      </span>
    ))
  }
  return (
    <div className="mb-4" id="conflict" role="alert">
      <NoticeBanner tone="amber">
        <p className="font-semibold">{title}</p>
        <p>{text(told)}</p>
        {answer?.differences && answer.differences.length > 0 ? (
          <Table
            plain
            caption={t('caption')}
            rows={answer.differences}
            rowKey={({ field }) => field}
            columns={[
              { key: 'field', label: t('field'), cell: ({ field }) => labels[field] ?? field },
              { key: 'typed', label: t('typed'), cell: ({ field, typed }) => shown(field, typed) },
              { key: 'now', label: t('now'), cell: ({ field, now }) => shown(field, now) },
            ]}
          />
        ) : null}
        <p>{then}</p>
      </NoticeBanner>
    </div>
  )
}
