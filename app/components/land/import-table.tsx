import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { IMPORT_RESULTS, type ImportResult } from '~/domain/land/import-row'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

const TONES = {
  reading: 'sky',
  previewed: 'anise',
  writing: 'sky',
  confirmed: 'pine',
  undoing: 'sky',
  undone: 'neutral',
  refused: 'brick',
  abandoned: 'neutral',
} as const satisfies Record<string, Tone>
export type ImportState = keyof typeof TONES

const RESULT_TONES: Record<ImportResult, Tone> = {
  inserted: 'pine',
  updated: 'anise',
  unchanged: 'neutral',
  rejected: 'brick',
}

/** Where an import stands, in a word. */
export function ImportStateTag({ state }: { state: ImportState }) {
  const { t } = useTranslation('sheet')
  return <StatusTag tone={TONES[state]}>{t(`import.states.${state}`)}</StatusTag>
}

/** What a row does, or did. */
export function ImportResultTag({ result }: { result: ImportResult }) {
  const { t } = useTranslation('sheet')
  return <StatusTag tone={RESULT_TONES[result]}>{t(`import.results.${result}`)}</StatusTag>
}

type Counts = Record<ImportResult, number>

/** How many rows of an import came out as what, in a line. */
export function useImportCounts(): (counts: Counts) => string {
  const { t } = useTranslation('sheet')
  const { number } = useFormat()
  return (counts) =>
    IMPORT_RESULTS.filter((result) => counts[result] > 0)
      .map((result) => `${t(`import.results.${result}`)}: ${number(counts[result])}`)
      .join(' · ')
}

interface ImportTableProps {
  imports: readonly {
    number: string
    fileName: string
    state: ImportState
    counts: Counts | null
    by: string
    createdAt: string
  }[]
}

/** Imports, newest first. */
export function ImportTable({ imports }: ImportTableProps) {
  const { t } = useTranslation('sheet')
  const { instant } = useFormat()
  const href = useKeeperHref()
  const line = useImportCounts()
  return (
    <Table
      caption={t('pages.list.title')}
      captionHidden
      rows={imports}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'number',
          label: t('import.number'),
          cell: (row) => <Link to={href(`/imports/${row.number}`)}>{row.number}</Link>,
        },
        { key: 'file', label: t('import.file'), cell: (row) => <span className="break-all">{row.fileName}</span> },
        { key: 'by', label: t('import.by'), cell: (row) => row.by },
        { key: 'at', label: t('import.at'), cell: (row) => instant(row.createdAt) },
        { key: 'counts', label: t('import.result'), cell: (row) => (row.counts ? line(row.counts) : null) },
        { key: 'state', label: t('import.state'), cell: (row) => <ImportStateTag state={row.state} /> },
      ]}
    />
  )
}
