import { Link } from '@remix-run/react'
import { useRegisters } from '~/components/interest/use-registers'
import { ButtonLink } from '~/components/kit/button'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { BasketForm } from './basket-form'

/** What a reader can do about a plot: register interest where it is offered, or ask for a visit. */
export function PlotActions({ code, offered }: { code: string; offered: boolean }) {
  const { t } = useTranslation(['land', 'plot'])
  const href = useHref()
  const registers = useRegisters()
  return (
    <>
      <p className="actions no-print">
        {offered ? null : <span className="why-not">{t('action.notOffered')}</span>}
        {offered && registers ? (
          <ButtonLink to={href(`/my/interests/new?plot=${code}`)}>{t('action.interest')}</ButtonLink>
        ) : null}
        <ButtonLink kind="outline" to={href(`/enquiry?plot=${code}`)}>
          {t('action.askVisit')}
        </ButtonLink>
      </p>
      <div className="actions no-print">
        <BasketForm code={code} act="add" />
        <a href={href(`/plots/${code}/sheet`)} rel="nofollow">
          {t('plot:sheet.open')}
        </a>
        <Link to={href('/basket')}>{t('plot:basket.open')}</Link>
      </div>
    </>
  )
}
