import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readNotice } from '~/commands/notice/read-notice.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { MailStateText } from '~/components/notice/mail-state'
import { PlainText } from '~/components/notice/plain-text'
import { readNoticeForm } from '~/forms/notice'
import { answerRefusal, formRefused, orThrow, readForm, requirePerson, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { myNotice } from '~/queries/notice/my-notices.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const notice = orThrow(await myNotice(visit.ctx, args.params.id ?? ''))
  return { meta: pageMeta(visit.lang, 'notices', 'one'), notice }
}

/** Opening a notice marks it as read and leads to the page it is about. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const notice = orThrow(await myNotice(visit.ctx, args.params.id ?? ''))
  const form = await readForm(args.request, readNoticeForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await readNotice(visit.ctx, { id: notice.id })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  const { path } = verdict.value
  return seeOther(`/${visit.lang}${form.value.stay || path === null ? '/my/notices' : path}`)
}

export default function Notice() {
  const { notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('notices')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <p className="text-sm">
        <Link to={href('/my/notices')}>← {t('list.title')}</Link>
      </p>
      <header>
        <h1 lang={notice.lang}>{notice.subject}</h1>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <time dateTime={notice.at}>{instant(notice.at)}</time>
          <MailStateText state={notice.mail} />
          {notice.sentAt && notice.toEmail ? (
            <span>{t('one.sentTo', { at: instant(notice.sentAt), email: notice.toEmail })}</span>
          ) : null}
          {notice.readAt ? <span>{t('one.readAt', { at: instant(notice.readAt) })}</span> : null}
        </p>
      </header>
      <Card>
        <PlainText text={notice.text} lang={notice.lang} />
      </Card>
      <div className="flex flex-wrap gap-3">
        {notice.leads ? (
          <Form answer={answer}>
            <Button>{t('list.open')}</Button>
          </Form>
        ) : null}
        {notice.readAt ? null : (
          <Form answer={notice.leads ? undefined : answer}>
            <input type="hidden" name="stay" value="yes" />
            <Button kind="outline">{t('list.markRead')}</Button>
          </Form>
        )}
      </div>
    </div>
  )
}
