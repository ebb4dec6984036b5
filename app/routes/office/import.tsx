import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { abandonImport } from '~/commands/land/abandon-import.server'
import { confirmImport } from '~/commands/land/confirm-import.server'
import { orderUndo } from '~/commands/land/order-undo.server'
import { Card } from '~/components/kit/card'
import { useFileSize } from '~/components/kit/file-size'
import type { PageHandle } from '~/components/kit/page-handle'
import { ImportRefusals, ImportRows } from '~/components/land/import-rows'
import { ImportSteps } from '~/components/land/import-steps'
import { ImportStateTag } from '~/components/land/import-table'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { JobProgress } from '~/components/report/job-table'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { importRowsForm, importStepForm } from '~/forms/land-sheet'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { reloading } from '~/locales/reloading'
import { useTranslation } from '~/locales/use-translation'
import { importPage } from '~/queries/land/import-page.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const filter = importRowsForm.parse(valuesOf(new URL(args.request.url).searchParams))
  const page = orThrow(await importPage(visit.ctx, args.params.number ?? '', filter))
  const meta = [...pageMeta(visit.lang, 'sheet', 'pages.one'), ...reloading(page.progress !== null)]
  return { meta, page, filter }
}

const STEPS = { confirm: confirmImport, abandon: abandonImport, undo: orderUndo }

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, importStepForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await STEPS[form.value.step](visit.ctx, { number, version: form.value.version })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/imports/${number}`))
}

export default function ImportOne() {
  const { page, filter } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('sheet')
  const href = useKeeperHref()
  const size = useFileSize()
  return (
    <div className="grid gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/imports')}>← {t('pages.list.title')}</Link>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="m-0">{page.number}</h1>
          <ImportStateTag state={page.state} />
        </div>
        <p className="m-0 break-all text-ink-soft">
          {page.fileName} · {size(page.sizeBytes)}
        </p>
      </header>
      {page.progress ? (
        <Card title={t(`import.states.${page.state}`)}>
          <JobProgress job={page.progress} />
          <p className="mt-2 text-ink-soft">{t('import.waiting')}</p>
        </Card>
      ) : null}
      <ImportRefusals state={page.state} refusals={page.refusals} />
      <ImportSteps page={page} answer={answer} />
      {page.counts && !page.progress ? <ImportRows page={page} filter={filter} counts={page.counts} /> : null}
    </div>
  )
}
