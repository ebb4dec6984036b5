import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** What is done to the whole list as it is filtered. */
export function InboxTools({ query }: { query: string }) {
  const { t } = useTranslation(['inbox', 'absence', 'signing', 'setting'])
  const href = useHref()
  return (
    <Form action={href('/office/export')} className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
      <input type="hidden" name="query" value={query} />
      <Button kind="outline">{t('export.order')}</Button>
      <span className="text-sm text-ink-soft">{t('export.hint')}</span>
      <Link to={href('/office/absences')} className="ml-auto text-sm">
        {t('absence:link')}
      </Link>
      <Link to={href('/office/settings')} className="text-sm">
        {t('setting:title.grace')}
      </Link>
      <Link to={href('/office/delegations')} className="text-sm">
        {t('signing:link')}
      </Link>
    </Form>
  )
}
