import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { replyToDeveloper } from '~/commands/case/reply-to-developer.server'
import { RequestQuestions } from '~/components/case/request-standing'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { replyForm } from '~/forms/desk'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { developerForInvestor } from '~/queries/case/developer-desk.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.reply')
  const request = orThrow(await developerForInvestor(visit.ctx, args.params.number ?? ''))
  if (!request.mayReply) throw refusalResponse({ code: 'state-forbids' })
  return { request, meta: pageMeta(visit.lang, 'desk', 'my.reply') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.reply')
  const form = await readForm(args.request, replyForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await replyToDeveloper(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}#developer`)
}

export default function DeveloperReply() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['desk', 'common'])
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {request.number} · {request.project}
        </p>
        <h1 className="mt-1 mb-0">{t('my.reply.title')}</h1>
      </header>
      <Card>
        <RequestQuestions questions={request.questions} />
        <Form className="form mt-4" answer={useActionData<typeof action>()} labels={{ answer: t('my.reply.answer') }}>
          <TextAreaField
            name="answer"
            label={t('my.reply.answer')}
            hint={t('my.reply.hint', { developer: request.developer ?? '' })}
            rows={6}
            maxLength={4000}
          />
          <div className="flex flex-wrap gap-3">
            <Button>{t('my.reply.send')}</Button>
            <ButtonLink to={href(`/my/cases/${request.number}`)} kind="quiet">
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
