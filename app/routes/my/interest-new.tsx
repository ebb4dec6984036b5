import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { startInterest } from '~/commands/interest/start-interest.server'
import { StartInterest } from '~/components/interest/start-interest'
import { ButtonLink } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { useHref } from '~/components/kit/use-lang'
import { textIn } from '~/domain/text'
import { startInterestForm } from '~/forms/interest'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { newInterest } from '~/queries/interest/new-interest.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

const wishOf = (request: Request) => {
  const query = new URL(request.url).searchParams
  const plotCodes = query.getAll('plot').filter(Boolean).slice(0, 20)
  return { plotCodes, zoneCode: plotCodes.length > 0 ? null : query.get('zone'), runCode: query.get('run') || null }
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const wish = orThrow(await newInterest(visit.ctx, wishOf(args.request)))
  return {
    meta: pageMeta(visit.lang, 'interest', 'start'),
    wish: wish && { ...wish, zone: { ...wish.zone, name: textIn(wish.zone.name, visit.lang) } },
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const form = await readForm(args.request, startInterestForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { organizationId, plot, zone, run } = form.value
  const land = plot.length > 0 || zone === null ? { plotCodes: plot } : { zoneCode: zone }
  const verdict = await startInterest(visit.ctx, { organizationId, runCode: run, ...land })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/interests/${verdict.value.id}`)
}

export default function NewInterest() {
  const { wish } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('interest')
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <h1>{t('start.title')}</h1>
        <p className="text-ink-soft">{t('start.lead')}</p>
      </header>
      {wish ? (
        <StartInterest wish={wish} answer={answer} />
      ) : (
        <Empty
          title={t('start.none')}
          actions={<ButtonLink to={href('/plots?commercial=offered')}>{t('start.browse')}</ButtonLink>}
        >
          {t('start.noneText')}
        </Empty>
      )}
    </div>
  )
}
