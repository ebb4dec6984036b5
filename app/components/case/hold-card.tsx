import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

interface HoldCardProps {
  hold: {
    plotCodes: readonly string[]
    powerKva: number
    lastDay: string
    subjectToDeveloperOffer: boolean
    over: boolean
  }
}

/** What is held for the case, and through which day. */
export function HoldCard({ hold }: HoldCardProps) {
  const { t } = useTranslation('case')
  const { dayLong, number } = useFormat()
  const plots = hold.plotCodes.join(', ')
  const what = hold.powerKva > 0 ? t('my.holdPower', { plots, power: number(hold.powerKva) }) : plots
  return (
    <Card title={t('my.hold')}>
      <p className={hold.over ? 'text-ink-soft' : undefined}>
        {t(hold.over ? 'my.holdOver' : 'my.holdText', { what })} <strong>{dayLong(hold.lastDay)}</strong>
      </p>
      {hold.subjectToDeveloperOffer ? <p className="mt-2 text-anise">{t('my.holdOffer')}</p> : null}
    </Card>
  )
}
