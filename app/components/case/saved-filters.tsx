import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { Chip } from './inbox-filters'

interface SavedFiltersProps {
  filters: { id: string; name: string; query: string }[]
  /** The filter the page shows. */
  query: string
}

/** The filters a person comes back to, and a place to keep the one shown. */
export function SavedFilters({ filters, query }: SavedFiltersProps) {
  const { t } = useTranslation('inbox')
  const href = useHref()
  const known = filters.find((one) => one.query === query)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      {filters.length > 0 ? (
        <ul className="flex flex-wrap gap-2" aria-label={t('saved.title')}>
          {filters.map((one) => (
            <li key={one.id}>
              <Chip tone="pine" current={one === known} to={`${href('/office')}?${one.query}`}>
                {one.name}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {known ? (
        <Form action={href(`/office/filters/${known.id}/remove`)}>
          <Button kind="quiet">{t('saved.remove', { name: known.name })}</Button>
        </Form>
      ) : (
        <details>
          <summary className="cursor-pointer text-pine underline underline-offset-2">{t('saved.saveThis')}</summary>
          <Form action={href('/office/filters')} className="mt-2 flex flex-wrap items-center gap-2">
            <input type="hidden" name="query" value={query} />
            <input
              name="name"
              className="control w-56"
              aria-label={t('saved.name')}
              placeholder={t('saved.name')}
              maxLength={60}
              required
            />
            <Button kind="outline">{t('saved.save')}</Button>
          </Form>
        </details>
      )}
    </div>
  )
}
