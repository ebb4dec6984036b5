import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { RefusalText } from '~/components/kit/refusal-text'
import { useHref } from '~/components/kit/use-lang'
import { JobDownload, JobProgress, JobStateTag } from '~/components/report/job-table'
import { orThrow, requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { reloading } from '~/locales/reloading'
import { useTranslation } from '~/locales/use-translation'
import { myJob } from '~/queries/report/my-jobs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const job = orThrow(await myJob(visit.ctx, args.params.id ?? ''))
  const open = job.state === 'queued' || job.state === 'running'
  return { job, open, meta: [...pageMeta(visit.lang, 'sheet', 'jobs'), ...reloading(open)] }
}

export default function Job() {
  const { job, open } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sheet')
  const href = useHref()
  return (
    <div className="mx-auto w-full max-w-2xl">
      <p className="mb-1 text-sm">
        <Link to={href('/jobs')}>← {t('jobs.title')}</Link>
      </p>
      <h1>{t(`jobs.kinds.${job.kind}`)}</h1>
      <Card title={t('jobs.state')} aside={<JobStateTag state={job.state} />}>
        {open ? (
          <>
            <JobProgress job={job} />
            <p className="mt-3 text-ink-soft">
              {t('import.waiting')} {t('jobs.leave')}
            </p>
          </>
        ) : null}
        {job.state === 'done' ? <JobDownload job={job} button /> : null}
        {job.state === 'failed' ? (
          <p>
            <strong>{t('jobs.failed')}.</strong> <RefusalText code={job.error ?? 'unavailable'} />
          </p>
        ) : null}
      </Card>
    </div>
  )
}
