import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answerEnquiry } from '~/commands/interest/answer-enquiry.server'
import { EnquiryAnswer } from '~/components/interest/enquiry-answer'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { useHref } from '~/components/kit/use-lang'
import { may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { enquiryAnswerForm } from '~/forms/interest'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { enquiry } from '~/queries/interest/enquiries.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'enquiry.read')
  return {
    meta: pageMeta(visit.lang, 'interest', 'desk.one'),
    found: orThrow(await enquiry(visit.ctx, args.params.number ?? '')),
    mayAnswer: may(visit.actor, 'enquiry.answer').ok,
  }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'enquiry.answer')
  const form = await readForm(args.request, enquiryAnswerForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await answerEnquiry(visit.ctx, { number: args.params.number ?? '', ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/enquiries`)
}

export default function OfficeEnquiry() {
  const { found, mayAnswer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('interest')
  const { instant, day, dayLong } = useFormat()
  const href = useHref()
  const about = found.about ?? t('desk.general')
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <h1 className="m-0">{t('desk.heading', { number: found.number })}</h1>
      <Card title={t(`enquiry.kinds.${found.kind}`)}>
        <p className="mb-4 whitespace-pre-line">{found.message}</p>
        <Facts
          items={[
            {
              label: t('desk.about'),
              value: found.landPath ? <Link to={href(found.landPath)}>{about}</Link> : about,
            },
            { label: t('desk.preferredDay'), value: found.preferredDay && dayLong(found.preferredDay) },
            { label: t('desk.from'), value: found.name },
            { label: t('desk.contact'), value: [found.email, found.phone].filter(Boolean).join(' · ') },
            { label: t('desk.lang'), value: t(`desk.languages.${found.lang as Lang}`) },
            { label: t('desk.received'), value: instant(found.createdAt) },
            { label: t('desk.due'), value: found.answerDueDay && day(found.answerDueDay) },
          ]}
        />
      </Card>
      <EnquiryAnswer found={found} mayAnswer={mayAnswer} answer={useActionData<typeof action>()} />
    </div>
  )
}
