import { Link } from '@remix-run/react'
import { useRegisters } from '~/components/interest/use-registers'
import { ButtonLink } from '~/components/kit/button'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** What a reader can do with a candidate: register interest in all its plots, and look at a set as one site. */
export function ResultActions({ plots }: { plots: readonly string[] }) {
  const { t } = useTranslation('match')
  const href = useHref()
  const registers = useRegisters()
  const search = new URLSearchParams(plots.map((code) => ['plot', code]))
  return (
    <p className="actions no-print mt-3">
      {registers ? (
        <ButtonLink kind="outline" to={`${href('/my/interests/new')}?${search}`}>
          {t('interest')}
        </ButtonLink>
      ) : null}
      {plots.length > 1 ? (
        <Link to={`${href('/compare')}?${new URLSearchParams({ plots: plots.join('+') })}`}>{t('asOneSite')}</Link>
      ) : null}
    </p>
  )
}
