import { ButtonLink } from '~/components/kit/button'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface EnquirySentProps {
  land: { about: string | null; plotCode: string | null; zoneCode: string | null }
  sent: { number: string; due: string }
}

/** The number of an enquiry, and the day by which it is answered. */
export function EnquirySent({ land, sent }: EnquirySentProps) {
  const { t } = useTranslation('interest')
  const { dayLong } = useFormat()
  const href = useHref()
  const back = land.plotCode ? `/plots/${land.plotCode}` : land.zoneCode ? `/zones/${land.zoneCode}` : '/plots'
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-4" role="status">
      <h1 className="m-0">{t('enquiry.sentTitle', { number: sent.number })}</h1>
      <p>{t('enquiry.sentText', { day: dayLong(sent.due) })}</p>
      <div>
        <ButtonLink to={href(back)} kind="outline">
          {land.about ? t('enquiry.backTo', { about: land.about }) : t('enquiry.back')}
        </ButtonLink>
      </div>
    </div>
  )
}
