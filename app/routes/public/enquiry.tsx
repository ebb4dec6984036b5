import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sendEnquiry } from '~/commands/interest/send-enquiry.server'
import { EnquiryForm } from '~/components/interest/enquiry-form'
import { EnquirySent } from '~/components/interest/enquiry-sent'
import { Card } from '~/components/kit/card'
import type { PageHandle } from '~/components/kit/page-handle'
import { parseDay } from '~/domain/time/day'
import { enquiryForm } from '~/forms/interest'
import { answerRefusal, formRefused, limit, orThrow, readForm, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { enquiryLand } from '~/queries/interest/enquiry-land.server'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

const wishOf = (request: Request) => {
  const query = new URL(request.url).searchParams
  const plotCode = query.get('plot') || null
  return { plotCode, zoneCode: plotCode ? null : query.get('zone') || null, query }
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const { query, ...wish } = wishOf(args.request)
  const land = orThrow(await enquiryLand(visit.ctx, wish))
  const number = query.get('sent')
  const due = parseDay(query.get('due') ?? '')
  return {
    meta: pageMeta(visit.lang, 'interest', 'enquiry'),
    land,
    kind: query.get('kind') === 'site_visit' ? ('site_visit' as const) : ('question' as const),
    sent: number && due.ok && /^HD-\d{4}-\d{6}$/.test(number) ? { number, due: due.value } : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('enquiry', visit.ip)
  const form = await readForm(args.request, enquiryForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { website, ...enquiry } = form.value
  const { query, ...wish } = wishOf(args.request)
  const back = new URLSearchParams([...query].filter(([name]) => name === 'plot' || name === 'zone'))
  // A field people do not see was filled in: a program wrote this, and is told nothing.
  if (website) return seeOther(`/${visit.lang}/enquiry?${back}`)
  const verdict = await sendEnquiry(visit.ctx, { ...enquiry, ...wish })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  back.set('sent', verdict.value.number)
  back.set('due', verdict.value.answerDueDay)
  return seeOther(`/${visit.lang}/enquiry?${back}`)
}

export default function Enquiry() {
  const { land, kind, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('interest')
  if (sent) return <EnquirySent land={land} sent={sent} />
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <h1>{t('enquiry.title')}</h1>
        {land.about ? <p className="font-semibold">{t('enquiry.about', { about: land.about })}</p> : null}
        <p className="text-ink-soft">{t('enquiry.lead')}</p>
      </header>
      <Card>
        <EnquiryForm kind={kind} person={land.person} answer={answer} />
      </Card>
    </div>
  )
}
