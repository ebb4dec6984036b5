import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Details } from '~/components/kit/details'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

const FORMATS = ['xlsx', 'csv', 'geojson'] as const

/** Orders the list as it is filtered, as a file. */
export function ExportForm({ filter }: { filter: Record<string, string | undefined> }) {
  const { t } = useTranslation('sheet')
  const keeper = useKeeperHref()
  const href = useHref()
  return (
    <div className="mb-3">
      <Details summary={t('export.title')}>
        <Form method="post" action={keeper('/plots/export')} className="flex flex-wrap items-center gap-2">
          {Object.entries(filter).map(([name, value]) =>
            value && name !== 'after' ? <input key={name} type="hidden" name={name} value={value} /> : null,
          )}
          <select name="format" className="control" aria-label={t('export.format')} defaultValue="xlsx">
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`export.formats.${format}`)}
              </option>
            ))}
          </select>
          <Button kind="outline">{t('export.order')}</Button>
          <Link to={href('/jobs')}>{t('export.mine')}</Link>
        </Form>
      </Details>
    </div>
  )
}
