import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useHref } from '~/components/kit/use-lang'
import type { ConsentScope } from '~/domain/land/developer-answer'
import { useTranslation } from '~/locales/use-translation'
import { RequestFacts, RequestQuestions, RequestTag, type StandingShown } from './request-standing'

export type MyDeveloperData = StandingShown & {
  number: string
  developer: string | null
  scope: ConsentScope
  wider: ConsentScope[]
  mayReply: boolean
  questions: Parameters<typeof RequestQuestions>[0]['questions']
}

/** The land's developer from the investor's side: what it answered, what it asks, and what it may see. */
export function MyDeveloper({ request }: { request: MyDeveloperData | null }) {
  const { t } = useTranslation('desk')
  const href = useHref()
  if (!request) return null
  return (
    <Card
      id="developer"
      title={t('my.title')}
      kind={request.mayReply ? 'asks' : 'plain'}
      aside={<RequestTag of={request} />}
    >
      <Facts
        items={[
          { label: t('fact.developer'), value: request.developer },
          { label: t('fact.scope'), value: t(`scope.${request.scope}`) },
        ]}
      />
      <RequestFacts of={request} />
      <RequestQuestions questions={request.questions} />
      <div className="actions no-print mt-3">
        {request.mayReply ? (
          <ButtonLink to={href(`/my/cases/${request.number}/developer`)}>{t('my.reply.title')}</ButtonLink>
        ) : null}
        {request.wider.length > 0 ? (
          <ButtonLink kind="outline" to={href(`/my/cases/${request.number}/consent`)}>
            {t('my.consent.title')}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  )
}
