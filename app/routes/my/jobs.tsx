import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '~/components/kit/empty'
import { JobTable } from '~/components/report/job-table'
import { requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myJobs } from '~/queries/report/my-jobs.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  return { meta: pageMeta(visit.lang, 'sheet', 'jobs'), jobs: await myJobs(visit.ctx) }
}

export default function Jobs() {
  const { jobs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sheet')
  return (
    <>
      <h1>{t('jobs.title')}</h1>
      {jobs.length > 0 ? <JobTable jobs={jobs} /> : <Empty title={t('jobs.empty')}>{t('jobs.emptyText')}</Empty>}
    </>
  )
}
