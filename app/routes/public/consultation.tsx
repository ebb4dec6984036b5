import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answerConsultation } from '~/commands/case/answer-consultation.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { FileField, RadioField, TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { OPINIONS } from '~/domain/case/consultation'
import type { FormAnswer } from '~/forms/answer'
import { consultationAnswerForm } from '~/forms/consultation'
import { answerRefusal, formRefused, limit, readForm, refusalResponse, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { consultationPage } from '~/queries/case/consultations.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...(page?.meta ?? []),
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const page = await consultationPage(args.params.token ?? '', lang, now)
  if (!page) throw refusalResponse({ code: 'not-found' })
  // The address is the key: told to nobody else. Not `no-referrer`, with which a browser hides our own origin too and the
  // answer is refused as another site's.
  const headers = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' }
  return data({ ...page, token: args.params.token ?? '', meta: pageMeta(lang, 'consultation', 'page') }, { headers })
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('upload', visit.ip)
  const form = await readForm(args.request, consultationAnswerForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const token = args.params.token ?? ''
  const verdict = await answerConsultation(visit.ctx, { token, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/consultations/${token}`)
}

export default function Consultation() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('consultation')
  const { dayLong, hectares, instant, number } = useFormat()
  const href = useHref()
  const { project } = page
  const labels = {
    opinion: t('page.opinion'),
    answer: t('page.answer'),
    answeredByName: t('page.name'),
    files: t('page.files'),
  }
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">{page.number}</p>
        <h1>{t('page.title', { agency: page.agency })}</h1>
        <p>{t('page.lead', { contact: page.contact, due: dayLong(page.dueDay) })}</p>
        {page.silenceBasis ? <p className="text-ink-soft">{t('page.silence', { basis: page.silenceBasis })}</p> : null}
      </header>
      <Card title={t('page.question')}>
        <p className="whitespace-pre-line">{page.question}</p>
        <Facts
          items={[
            { label: t('page.project'), value: project.name },
            { label: t('page.organization'), value: project.organization },
            { label: t('page.summary'), value: project.summary },
            { label: t('page.sector'), value: project.sector },
            { label: t('page.land'), value: [project.zone, ...project.plots].join(', ') },
            { label: t('page.area'), value: hectares(project.areaM2) },
            { label: t('page.power'), value: `${number(project.powerKva)} kVA` },
            { label: t('page.water'), value: `${number(project.waterM3PerDay)} m³` },
            { label: t('page.wastewater'), value: `${number(project.wastewaterM3PerDay)} m³` },
          ]}
        />
        {page.documents.length > 0 ? (
          <>
            <h3 className="mt-4">{t('page.documents')}</h3>
            <ul className="grid gap-1">
              {page.documents.map(({ id, fileName }) => (
                <li key={id}>
                  <Link to={href(`/consultations/${page.token}/files/${id}`)} reloadDocument>
                    {fileName}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Card>
      {page.answeredAt && page.opinion ? (
        <Card title={t('page.given')}>
          <NoticeBanner tone="pine">{t('page.thanks', { at: instant(page.answeredAt) })}</NoticeBanner>
          <p className="mt-3 font-semibold">{t(`opinion.${page.opinion}`)}</p>
          <p className="whitespace-pre-line">{page.answer}</p>
        </Card>
      ) : (
        <Card title={t('page.yours')}>
          {page.standing === 'waiting' ? null : <NoticeBanner tone="amber">{t('page.late')}</NoticeBanner>}
          <Form answer={answer} labels={labels} encType="multipart/form-data" className="form">
            <RadioField
              name="opinion"
              label={t('page.opinion')}
              choices={OPINIONS.map((value) => ({ value, label: t(`opinion.${value}`) }))}
            />
            <TextAreaField
              name="answer"
              label={t('page.answer')}
              hint={t('page.answerHint')}
              required={false}
              rows={6}
            />
            <FileField name="files" label={t('page.files')} hint={t('page.filesHint')} required={false} multiple />
            <TextField name="answeredByName" label={t('page.name')} hint={t('page.nameHint')} maxLength={120} />
            <div className="actions">
              <Button>{t('page.send')}</Button>
            </div>
          </Form>
        </Card>
      )}
    </div>
  )
}
