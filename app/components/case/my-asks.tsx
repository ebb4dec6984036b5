import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

interface MyAsksProps {
  cases: readonly { number: string; project: string; state: CaseState; until: string | null }[]
  emailConfirmed: boolean
}

/** What waits for the investor, over all cases. */
export function MyAsks({ cases, emailConfirmed }: MyAsksProps) {
  const { t } = useTranslation('case')
  const href = useHref()
  const { dayLong } = useFormat()
  const asked = cases.filter(({ state }) => state === 'awaiting_supplement')
  return (
    <>
      {emailConfirmed ? null : <NoticeBanner tone="amber">{t('my.home.confirmEmail')}</NoticeBanner>}
      {asked.length > 0 ? (
        <Card kind="asks" title={t('my.home.asks')}>
          <ul className="grid gap-2">
            {asked.map(({ number, project, until }) => (
              <li key={number}>
                <Link to={href(`/my/cases/${number}/supplement`)}>{t('my.home.answerSupplement')}</Link>
                {': '}
                {project}
                {until ? <span className="text-ink-soft"> ({t('my.answerBy', { day: dayLong(until) })})</span> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
