import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { replyToDeveloper } from '~/commands/case/reply-to-developer.server'
import { MyCaseForm } from '~/components/case/my-case-form'
import { RequestQuestions } from '~/components/case/request-standing'
import { TextAreaField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { replyForm } from '~/forms/desk'
import { orThrow, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { developerForInvestor } from '~/queries/case/developer-desk.server'
import { myCaseAction } from './case-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.reply')
  const request = orThrow(await developerForInvestor(visit.ctx, args.params.number ?? ''))
  if (!request.mayReply) throw refusalResponse({ code: 'state-forbids' })
  return { request, meta: pageMeta(visit.lang, 'desk', 'my.reply') }
}

const act = myCaseAction({ act: 'desk.reply', schema: replyForm, command: replyToDeveloper, part: 'developer' })
export const action = (args: ActionFunctionArgs) => act(args)

export default function DeveloperReply() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  return (
    <MyCaseForm
      number={request.number}
      about={request.project}
      title={t('my.reply.title')}
      send={t('my.reply.send')}
      answer={useActionData<typeof action>() as FormAnswer | undefined}
      labels={{ answer: t('my.reply.answer') }}
      fields={
        <TextAreaField
          name="answer"
          label={t('my.reply.answer')}
          hint={t('my.reply.hint', { developer: request.developer ?? '' })}
          rows={6}
          maxLength={4000}
        />
      }
    >
      <RequestQuestions questions={request.questions} />
    </MyCaseForm>
  )
}
