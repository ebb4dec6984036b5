import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { PLOT_OPERATIONS } from '~/domain/land/plot-operation'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

/** Leads to what can be done with a plot's land. */
export function OperationLinks({ code }: { code: string }) {
  const { t } = useTranslation('inventory')
  const href = useKeeperHref()
  return (
    <Card title={t('operation.links')}>
      <ul className="grid gap-1 text-sm">
        {PLOT_OPERATIONS.map((kind) => (
          <li key={kind}>
            <Link to={href(`/plots/${kind}?plot=${code}`)}>{t(`operation.open.${kind}`)}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
