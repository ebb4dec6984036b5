import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'

interface CaseAsksProps {
  page: {
    number: string
    state: CaseState
    intakeDueDay: string
    pausedSince: string | null
    mayAnswer: boolean
    promisedDay: string | null
    open: {
      items: readonly string[]
      reason: string
      dueDay: string
      workingDaysLeft: number | null
      extension: { state: 'open' | 'waiting' | 'granted' | 'denied'; day: string } | null
    } | null
  }
  /** The case was sent a moment ago. */
  sent: boolean
}

/** What is asked of the investor now, or whom the case waits for. */
export function CaseAsks({ page, sent }: CaseAsksProps) {
  const { t } = useTranslation('case')
  const { dayLong } = useFormat()
  const day = dayLong(page.intakeDueDay)
  if (page.state === 'submitted' && sent) {
    return <NoticeBanner tone="pine">{t('my.submittedNew', { number: page.number, day })}</NoticeBanner>
  }
  if (page.state === 'submitted') {
    return (
      <Card title={t('my.waitsIntake')}>
        <p>{t('my.waitsIntakeText', { day })}</p>
      </Card>
    )
  }
  if (page.open) return <OpenSupplement page={page} open={page.open} />
  if (page.state === 'suspended') return <NoticeBanner tone="sky">{t('my.extension.suspended')}</NoticeBanner>
  return page.promisedDay ? (
    <NoticeBanner tone="amber">{t('my.extension.promised', { day: dayLong(page.promisedDay) })}</NoticeBanner>
  ) : null
}

function OpenSupplement({
  page,
  open,
}: Pick<CaseAsksProps, 'page'> & { open: NonNullable<CaseAsksProps['page']['open']> }) {
  const { t } = useTranslation('case')
  const href = useHref()
  const { dayLong } = useFormat()
  const { workingDaysLeft: days } = open
  const day = dayLong(open.dueDay)
  const late = days !== null && days < 0
  return (
    <Card
      kind="asks"
      title={t('my.asks', { count: open.items.length })}
      aside={
        <StatusTag tone={late ? 'brick' : 'amber'}>
          {late
            ? t('my.answerLate', { day })
            : days === null
              ? t('my.answerBy', { day })
              : t('my.answerByLeft', { day, count: days })}
        </StatusTag>
      }
    >
      <ul className="list-disc pl-6">
        {open.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {open.reason ? <p className="mt-2 text-ink-soft">{open.reason}</p> : null}
      <div className="actions">
        {page.mayAnswer ? (
          <ButtonLink to={href(`/my/cases/${page.number}/supplement`)}>{t('my.answer')}</ButtonLink>
        ) : null}
        {open.extension?.state === 'open' && page.mayAnswer ? (
          <ButtonLink kind="quiet" to={href(`/my/cases/${page.number}/extension`)}>
            {t('my.extension.ask')}
          </ButtonLink>
        ) : null}
        {open.extension && open.extension.state !== 'open' ? (
          <span className="text-sm">
            {open.extension.state === 'waiting'
              ? t('my.extension.waiting', { day: dayLong(open.extension.day) })
              : t(`my.extension.${open.extension.state}`)}
          </span>
        ) : null}
        {page.pausedSince ? (
          <span className="text-sm text-ink-soft">{t('my.clockStopped', { day: dayLong(page.pausedSince) })}</span>
        ) : null}
      </div>
    </Card>
  )
}
