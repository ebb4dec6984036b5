import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

const TONES = { queued: 'sky', running: 'anise', done: 'pine', failed: 'brick' } as const satisfies Record<string, Tone>

interface Job {
  id: string
  kind: 'export_cases' | 'export_land' | 'read_import' | 'write_import' | 'undo_import'
  state: keyof typeof TONES
  done: number
  total: number | null
  file: { name: string; sizeBytes: number } | null
  hadFile: boolean
  createdAt: string
  finishedAt: string | null
}

/** Where a job stands, in a word. */
export function JobStateTag({ state }: Pick<Job, 'state'>) {
  const { t } = useTranslation('sheet')
  return <StatusTag tone={TONES[state]}>{t(`jobs.states.${state}`)}</StatusTag>
}

/** How far a job is; a bar without an end while that is not known. */
export function JobProgress({ job: { done, total } }: { job: Pick<Job, 'done' | 'total'> }) {
  const { t } = useTranslation('sheet')
  const { number } = useFormat()
  return (
    <div>
      <progress className="w-full" max={total ?? undefined} value={total === null ? undefined : done}>
        {done}
      </progress>
      {total === null ? null : (
        <p className="text-sm">{t('jobs.progress', { done: number(done), total: number(total) })}</p>
      )}
    </div>
  )
}

/** The file a job made, or that its week is over. */
export function JobDownload({ job, button }: { job: Pick<Job, 'id' | 'file' | 'hadFile'>; button?: boolean }) {
  const { t } = useTranslation('sheet')
  const href = useHref()
  const size = useFileSize()
  if (job.file === null) return job.hadFile ? t('jobs.gone') : null
  const label = t('jobs.download', { file: job.file.name, size: size(job.file.sizeBytes) })
  const to = href(`/jobs/${job.id}/file`)
  return button ? <ButtonLink to={to}>{label}</ButtonLink> : <a href={to}>{label}</a>
}

/** The jobs somebody asked for, newest first. */
export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation('sheet')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <Table
      caption={t('jobs.title')}
      captionHidden
      rows={jobs}
      rowKey={(job) => job.id}
      columns={[
        {
          key: 'kind',
          label: t('jobs.kind'),
          cell: (job) => <Link to={href(`/jobs/${job.id}`)}>{t(`jobs.kinds.${job.kind}`)}</Link>,
        },
        { key: 'asked', label: t('jobs.asked'), cell: (job) => instant(job.createdAt) },
        { key: 'state', label: t('jobs.state'), cell: (job) => <JobStateTag state={job.state} /> },
        { key: 'file', label: t('jobs.file'), cell: (job) => <JobDownload job={job} /> },
      ]}
    />
  )
}
