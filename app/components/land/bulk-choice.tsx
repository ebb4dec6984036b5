import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/kit/button'
import { useFormat } from '~/components/kit/format'
import { MOST_AT_ONCE } from '~/domain/land/bulk-change'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

interface BulkChoiceProps {
  filter: Record<string, string | undefined>
  total: number
  /** The reader may write. */
  open: boolean
  children: ReactNode
}

/** A list of plots that are ticked to change one thing of all of them. */
export function BulkChoice({ filter, total, open, children }: BulkChoiceProps) {
  const { t } = useTranslation('inventory')
  const { number } = useFormat()
  const href = useKeeperHref()
  if (!open) return children
  return (
    <Form method="get" action={href('/plots/bulk')}>
      {Object.entries(filter).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
      <div className="actions mt-3">
        <Button kind="outline">{t('bulk.ticked')}</Button>
        {total <= MOST_AT_ONCE ? (
          <Button kind="quiet" name="all" value="1">
            {t('bulk.all', { count: number(total) })}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}
