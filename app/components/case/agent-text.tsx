import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

export interface CaseAgent {
  name: string
  untilDay: string
  documentId: string | null
}

/** Who acts for the organisation under a mandate: until when, and the paper for those who may read it. */
export function AgentText({ agent }: { agent: CaseAgent }) {
  const { t } = useTranslation('organization')
  const { day } = useFormat()
  const href = useHref()
  return (
    <>
      {agent.name} ({t('mandate.until', { day: day(agent.untilDay) })})
      {agent.documentId ? (
        <>
          {' · '}
          <a href={href(`/files/${agent.documentId}`)}>{t('mandate.paper')}</a>
        </>
      ) : null}
    </>
  )
}
