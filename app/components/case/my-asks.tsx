import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface MyAsksProps {
  asks: readonly {
    kind: 'supplement' | 'place' | 'question' | 'condition'
    number: string
    project: string
    until: string | null
    late: boolean
    path: string
  }[]
  emailConfirmed: boolean
}

/** What waits for the investor, over all cases. */
export function MyAsks({ asks, emailConfirmed }: MyAsksProps) {
  const { t } = useTranslation('case')
  const { t: casework } = useTranslation('casework')
  const href = useHref()
  const { dayLong } = useFormat()
  return (
    <>
      {emailConfirmed ? null : <NoticeBanner tone="amber">{t('my.home.confirmEmail')}</NoticeBanner>}
      {asks.length > 0 ? (
        <Card kind="asks" title={t('my.home.asks')}>
          <ul className="grid gap-2">
            {asks.map(({ kind, number, project, until, late, path }) => (
              <li key={number + path}>
                <Link to={href(`/my/cases/${number}${path}`)}>{t(`my.home.asked.${kind}`)}</Link>
                {': '}
                {project}
                {until ? <span className="text-ink-soft"> ({t('my.answerBy', { day: dayLong(until) })})</span> : null}
                {late ? (
                  <>
                    {' '}
                    <StatusTag tone="brick">{casework('condition.late')}</StatusTag>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
