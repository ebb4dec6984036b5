import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { ConsentScope } from '~/domain/land/developer-answer'
import { useTranslation } from '~/locales/use-translation'
import { RequestFacts, RequestQuestions, RequestTag, type StandingShown } from './request-standing'

type OfficeDeveloperData = StandingShown & {
  developer: string | null
  scope: ConsentScope
  questions: Parameters<typeof RequestQuestions>[0]['questions']
}

/** What the land's developer was asked and answered; its silence is seen. */
export function OfficeDeveloper({ request }: { request: OfficeDeveloperData | null }) {
  const { t } = useTranslation('desk')
  const { day, dayLong } = useFormat()
  if (!request) return null
  return (
    <Card id="developer" title={t('office.title')} aside={<RequestTag of={request} />}>
      {request.overdue && request.state === 'asked' && request.dueDay ? (
        <NoticeBanner tone="brick">
          {t(request.escalatedOn ? 'office.escalated' : 'office.silent', {
            due: dayLong(request.dueDay),
            day: request.escalatedOn ? day(request.escalatedOn) : '',
          })}
        </NoticeBanner>
      ) : null}
      <Facts
        items={[
          { label: t('fact.developer'), value: request.developer },
          { label: t('fact.scope'), value: t(`scope.${request.scope}`) },
        ]}
      />
      <RequestFacts of={request} />
      <RequestQuestions questions={request.questions} />
    </Card>
  )
}
