import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { addCapacityEntry } from '~/commands/land/add-capacity-entry.server'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useLang } from '~/components/kit/use-lang'
import { capacityMeta } from '~/components/land/capacity-meta'
import { EntryForm } from '~/components/land/entry-form'
import { EntryTable, NodeHolds, NodeTags } from '~/components/land/kept-node'
import { NodeLedgerTable } from '~/components/land/node-ledger-table'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { addEntryForm } from '~/forms/capacity'
import { useTranslation } from '~/locales/use-translation'
import { keptNodeRoute } from './kept-land.server'

export const handle = { dense: true }
export const meta = capacityMeta('node')

const route = keptNodeRoute(addEntryForm, addCapacityEntry)
export const loader = route.loader
export const action = route.action

export default function Node() {
  const { zone, node, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('capacity')
  const kept = useKeeperHref()
  const lang = useLang()
  const list = kept(`/zones/${zone.code}/capacity`)
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={list}>← {t('title.list', { zone: textIn(zone.name, lang) })}</Link>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="m-0">{textIn(node.name, lang)}</h1>
        <ButtonLink kind="outline" to={`${list}/${node.id}/plots`}>
          {t('tie')}
        </ButtonLink>
      </div>
      <NodeTags node={node} />
      <div className="grid gap-4">
        <Card title={t('ledger')}>
          <NodeLedgerTable kind={node.kind} days={node.days} today={node.today} caption={t('ledger')} />
          <p className="source-line">{t('ledgerNote')}</p>
        </Card>
        {node.holds.length > 0 ? (
          <Card title={t('holds')}>
            <NodeHolds kind={node.kind} holds={node.holds} />
          </Card>
        ) : null}
        <Card title={t('entries')}>
          <EntryTable kind={node.kind} entries={node.entries} />
          <p className="source-line">{t('entriesNote')}</p>
        </Card>
        <Card title={t('enter')} id="enter">
          {mayWrite ? <EntryForm node={node} answer={answer} /> : <p className="why-not">{t('readOnly')}</p>}
        </Card>
      </div>
    </>
  )
}
