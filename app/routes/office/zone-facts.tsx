import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { changeFact } from '~/commands/land/change-fact.server'
import { useHref } from '~/components/kit/use-lang'
import { KeptFacts } from '~/components/land/kept-facts'
import { KeptFactsHead } from '~/components/land/kept-facts-head'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { FACT_KEYS } from '~/domain/land/fact'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { changeFactForm } from '~/forms/fact'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptZoneFacts } from '~/queries/land/kept-facts.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('zone')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const subject = orThrow(await keptZoneFacts(visit.ctx, args.params.code ?? ''))
  const key = new URL(args.request.url).searchParams.get('key')
  return { subject, chosen: FACT_KEYS.find((one) => one === key) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, changeFactForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const verdict = await changeFact(visit.ctx, { subject: 'zone', code, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/zones/${code}/facts`))
}

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
