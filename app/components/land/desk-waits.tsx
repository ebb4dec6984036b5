import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

interface DeskWaitsProps {
  work: {
    drafts: number
    inReview: number
    returned: { code: string; reason: string }[]
    scheduled: { code: string; at: string }[]
  }
}

/** What waits for whoever keeps the land, and where to begin. */
export function DeskWaits({ work }: DeskWaitsProps) {
  const { t } = useTranslation(['inventory', 'land'])
  const { instant, number } = useFormat()
  const href = useKeeperHref()
  const plot = (code: string) => <Link to={href(`/plots/${code}`)}>{code}</Link>
  return (
    <Card title={t('desk.waits')} kind={work.returned.length > 0 ? 'asks' : 'plain'}>
      <Facts
        items={[
          ...work.returned.map(({ code, reason }) => ({
            key: `returned ${code}`,
            label: t('desk.returned'),
            value: (
              <>
                {plot(code)} · {reason}
              </>
            ),
          })),
          {
            label: t('desk.drafts'),
            value: <Link to={href('/plots?publication=draft')}>{number(work.drafts)}</Link>,
          },
          {
            label: t('desk.inReview'),
            value: <Link to={href('/plots?publication=in_review')}>{number(work.inReview)}</Link>,
          },
          ...work.scheduled.map(({ code, at }) => ({
            key: `scheduled ${code}`,
            label: t('desk.scheduled'),
            value: (
              <>
                {plot(code)} · {instant(at)}
              </>
            ),
          })),
          { label: t('desk.facts'), value: <Link to={href('/facts')}>{t('desk.toFacts')}</Link> },
          { label: t('desk.imports'), value: <Link to={href('/imports')}>{t('desk.toImports')}</Link> },
        ]}
      />
      <p className="actions mt-3">
        <ButtonLink to={href('/plots/new')}>{t('land:office.add')}</ButtonLink>
        <ButtonLink kind="outline" to={href('/plots')}>
          {t('desk.toPlots')}
        </ButtonLink>
      </p>
    </Card>
  )
}
