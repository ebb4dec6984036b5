import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { BecameTrue } from '~/domain/match/saved-needs'
import { useTranslation } from '~/locales/use-translation'

interface AlertShown {
  id: string
  site: string
  became: readonly BecameTrue[]
  at: string
  mailedAt: string | null
}

/** What was told of a need, newest first, each with what had become true. */
export function NeedAlerts({ alerts }: { alerts: readonly AlertShown[] }) {
  const { t } = useTranslation('need')
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  const href = useHref()
  const word = (key: BecameTrue) =>
    notice(
      `mail.need_alert.became.${key.startsWith('distance.') ? 'distance' : (key as Exclude<BecameTrue, `distance.${string}`>)}`,
    )
  return (
    <Card title={t('alerts')}>
      {alerts.length === 0 ? <p className="text-ink-soft">{t('alertsNone')}</p> : null}
      <ul className="grid gap-2">
        {alerts.map(({ id, site, became, at, mailedAt }) => (
          <li key={id}>
            <Link to={href(site.includes('+') ? `/compare?plots=${encodeURIComponent(site)}` : `/plots/${site}`)}>
              {site.replaceAll('+', ' + ')}
            </Link>
            : {became.map(word).join(', ')}{' '}
            <span className="text-sm text-ink-soft">
              {instant(at)} · {mailedAt ? t('mailed', { at: instant(mailedAt) }) : t('waiting')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
