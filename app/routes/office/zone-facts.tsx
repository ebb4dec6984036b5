import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useHref } from '~/components/kit/use-lang'
import { KeptFacts } from '~/components/land/kept-facts'
import { KeptFactsHead } from '~/components/land/kept-facts-head'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { keptZoneFacts } from '~/queries/land/kept-facts.server'
import { keptFactsRoute } from './kept-land.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('zone')

const route = keptFactsRoute('zone', keptZoneFacts)
export const loader = route.loader
export const action = route.action

export default function ZoneFacts() {
  const { subject, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['facts', 'setting'])
  const href = useHref()
  const kept = useKeeperHref()
  return (
    <>
      <KeptFactsHead title={t('keeper.zonePageTitle', { name: subject.zoneName })}>
        <Link to={href(`/zones/${subject.code}`)}>{t('keeper.toZone')}</Link>
        <Link to={kept(`/zones/${subject.code}/settings`)}>{t('setting:zone.link')}</Link>
      </KeptFactsHead>
      <KeptFacts kind="zone" subject={subject} chosen={chosen} answer={answer} />
    </>
  )
}
