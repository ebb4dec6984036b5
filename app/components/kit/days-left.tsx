import { useTranslation } from '~/locales/use-translation'

interface DaysLeftProps {
  /** Days until the due day: 0 on it, negative after it, null where there is none. */
  days: number | null
  /** The limit the days are part of: the length of the bar. */
  of: number
  unit?: 'day' | 'working_day'
  paused?: boolean
  /** Without the word for paused, where it stands beside. */
  brief?: boolean
}

const WIDTH = 72

/** The days left as a small bar and in words: green, amber for the last three, brick when late. */
export function DaysLeft({ days, of, unit = 'day', paused, brief }: DaysLeftProps) {
  const { t } = useTranslation('common')
  if (days === null) return <span className="days-left text-ink-faint">{t('due.none')}</span>
  const tone = paused ? 'paused' : days < 0 ? 'late' : days <= 3 ? 'soon' : 'calm'
  const share = Math.min(1, Math.max(0.05, of > 0 ? days / of : 0))
  const left = unit === 'day' ? t('due.left', { days }) : t('due.leftWorking', { count: days })
  return (
    <span className={brief ? 'days-left flex-nowrap! whitespace-nowrap' : 'days-left'}>
      <svg width={WIDTH} height="6" aria-hidden="true">
        <rect width={WIDTH} height="6" rx="3" className="days-track" />
        <rect width={WIDTH * share} height="6" rx="3" className={`days-${tone}`} />
      </svg>
      <span className={`days-word-${tone}`}>
        {days < 0 ? t('due.over', { days: -days }) : days === 0 ? t('due.today') : left}
        {paused && !brief ? ` · ${t('due.paused')}` : null}
      </span>
    </span>
  )
}
