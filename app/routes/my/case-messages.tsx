import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { writeMessage } from '~/commands/case/write-message.server'
import { MessageList } from '~/components/case/message-list'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckboxesField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { MESSAGE_MAX } from '~/domain/case/message'
import { messageForm } from '~/forms/message'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { messagesPage } from '~/queries/case/case-messages.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

/** The same page on both sides of the desk: `/my/cases/…` and `/office/cases/…`. */
const areaOf = (request: Request) =>
  new URL(request.url).pathname.split('/')[2] === 'office' ? ('office' as const) : ('my' as const)
const SEES = { my: 'interest.read', office: 'case.list' } as const

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const area = areaOf(args.request)
  requireMay(visit, args.request, SEES[area])
  const page = orThrow(await messagesPage(visit.ctx, args.params.number ?? ''))
  return { meta: pageMeta(visit.lang, 'messages', 'page'), page, own: `/${area}/cases/${page.number}` }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  const area = areaOf(args.request)
  requireMay(visit, args.request, SEES[area])
  requireMay(visit, args.request, 'case.message')
  await limit('message', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, messageForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { text, document: documentIds } = form.value
  const number = args.params.number ?? ''
  const verdict = await writeMessage(visit.ctx, { number, text, documentIds })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/${area}/cases/${number}/messages`)
}

export default function CaseMessages() {
  const { page, own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('messages')
  const href = useHref()
  const labels = { text: t('text'), document: t('attach') }
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <header>
        <p className="text-sm">
          <Link to={href(own)}>← {page.number}</Link>
        </p>
        <h1 className="mt-1 mb-0">{t('title')}</h1>
        <p className="text-ink-soft">
          {page.project} · {page.organization}
        </p>
      </header>
      <Card>
        {page.messages.length === 0 ? <p className="text-ink-soft">{t('none')}</p> : null}
        <MessageList messages={page.messages} side={page.side} />
        {page.unread > 0 ? (
          <Form action={href(`${own}/messages/read`)} className="mt-4">
            <Button kind="outline">{t('markRead', { count: page.unread })}</Button>
          </Form>
        ) : null}
      </Card>
      {page.mayWrite ? (
        <Card title={t('write')}>
          <Form answer={answer} labels={labels} className="form">
            <TextAreaField
              name="text"
              label={labels.text}
              hint={t(`textHint.${page.side === 'office' ? 'office' : 'investor'}`)}
              maxLength={MESSAGE_MAX}
              rows={6}
              required
            />
            {page.documents.length > 0 ? (
              <CheckboxesField
                name="document"
                label={labels.document}
                required={false}
                choices={page.documents.map(({ id, fileName }) => ({ value: id, label: fileName }))}
              />
            ) : null}
            <Button className="justify-self-start">{t('send')}</Button>
          </Form>
        </Card>
      ) : (
        <p className="text-ink-soft">{t('closed')}</p>
      )}
    </div>
  )
}
