import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmFact } from '~/commands/land/confirm-fact.server'
import { Empty } from '~/components/kit/empty'
import { ErrorSummary } from '~/components/kit/error-summary'
import { useFormat } from '~/components/kit/format'
import { Pager } from '~/components/kit/pager'
import { FactsToConfirmTable } from '~/components/land/facts-to-confirm-table'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { may } from '~/domain/party/permission'
import type { FormAnswer } from '~/forms/answer'
import { confirmFactForm, factsPageForm } from '~/forms/fact'
import { answerRefusal, formRefused, readForm, requireMay, safeNext, seeOther, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { factsToConfirm } from '~/queries/land/facts-to-confirm.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('list')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const { page = 1 } = factsPageForm.parse(valuesOf(new URL(args.request.url).searchParams))
  return { mayWrite: may(visit.actor, 'land.write').ok, ...(await factsToConfirm(visit.ctx, page)) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, confirmFactForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await confirmFact(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(safeNext(form.value.next ?? null, keeperPath(new URL(args.request.url).pathname, '/facts')))
}

export default function FactsToConfirm() {
  const { rows, total, stale, graceDays, page, pages, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('facts')
  const { number } = useFormat()
  const href = useKeeperHref()
  return (
    <>
      <h1 className="m-0">{t('keeper.title')}</h1>
      <p className="mt-1 mb-3 text-sm text-ink-soft">
        {t('keeper.counts', { total: number(total), stale: number(stale) })}. {t('keeper.intro', { grace: graceDays })}
      </p>
      <ErrorSummary errors={answer?.errors ?? []} />
      {rows.length > 0 ? (
        <FactsToConfirmTable rows={rows} mayWrite={mayWrite} />
      ) : (
        <Empty title={t('keeper.empty')}>{t('keeper.emptyText')}</Empty>
      )}
      <Pager
        previous={page > 1 ? `${href('/facts')}?page=${page - 1}` : null}
        next={page < pages ? `${href('/facts')}?page=${page + 1}` : null}
      />
    </>
  )
}
