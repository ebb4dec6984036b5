import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { confirmCapacity } from '~/commands/land/confirm-capacity.server'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useHref, useLang } from '~/components/kit/use-lang'
import { CapacityAnswered } from '~/components/land/capacity-answered'
import { capacityMeta } from '~/components/land/capacity-meta'
import { NodeTags } from '~/components/land/kept-node'
import { NodeLedgerTable } from '~/components/land/node-ledger-table'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { confirmCapacityForm } from '~/forms/capacity'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { standingCapacity, zoneCapacity } from '~/queries/land/zone-capacity.server'

export const handle = { dense: true }
export const meta = capacityMeta('list')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return orThrow(await zoneCapacity(visit.ctx, args.params.code ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, confirmCapacityForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const zoneCode = args.params.code ?? ''
  const verdict = await confirmCapacity(visit.ctx, { zoneCode, ...form.value })
  if (!verdict.ok) {
    return answerStale(verdict.refusal, form.values, () => standingCapacity(visit.ctx, zoneCode))
  }
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/zones/${zoneCode}/capacity#answered`))
}

export default function ZoneCapacity() {
  const { zone, nodes, mayWrite, answered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('capacity')
  const { t: land } = useTranslation('land')
  const href = useHref()
  const kept = useKeeperHref()
  const lang = useLang()
  const own = kept(`/zones/${zone.code}/capacity`)
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={kept(`/plots?zone=${zone.code}`)}>← {land('office.title.list')}</Link>
        {' · '}
        <Link to={href(`/zones/${zone.code}`)}>{t('publicZone')}</Link>
      </p>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">{t('title.list', { zone: textIn(zone.name, lang) })}</h1>
        {mayWrite ? <ButtonLink to={`${own}/new`}>{t('add')}</ButtonLink> : null}
      </div>
      {nodes.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
      <div className="grid gap-4">
        {nodes.map((node) => (
          <Card key={node.id} title={textIn(node.name, lang)} aside={<Link to={`${own}/${node.id}`}>{t('open')}</Link>}>
            <NodeTags node={node} />
            <NodeLedgerTable kind={node.kind} days={node.days} today={node.today} caption={t('ledger')} />
          </Card>
        ))}
      </div>
      {nodes.length > 0 ? (
        <>
          <p className="source-line mt-3 mb-4">{t('ledgerNote')}</p>
          <CapacityAnswered answered={answered} mayWrite={mayWrite} answer={answer} />
        </>
      ) : null}
    </>
  )
}
