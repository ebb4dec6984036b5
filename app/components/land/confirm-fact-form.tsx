import { Form } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

/** One press: the figure is still true until its usual day. Comes back to the page it was pressed on. */
export function ConfirmFactForm({ factId, until, next }: { factId: string; until: string; next: string }) {
  const { t } = useTranslation('facts')
  const { day } = useFormat()
  const href = useKeeperHref()
  return (
    <Form method="post" action={href('/facts')} className="inline">
      <input type="hidden" name="factId" value={factId} />
      <input type="hidden" name="next" value={next} />
      <Button kind="outline" className="px-3 text-sm">
        {t('keeper.stillTrue', { day: day(until) })}
      </Button>
    </Form>
  )
}
