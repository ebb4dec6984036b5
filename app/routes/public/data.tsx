import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Card } from '~/components/kit/card'
import { type Column, Table } from '~/components/kit/table'
import { keepUntil } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  return data({ meta: pageMeta(lang, 'data', 'page') }, { headers: keepUntil(now) })
}

const FILES = [
  { key: 'plots', path: '/api/v1/plots', example: '/api/v1/plots?kind=industrial_park&readiness=serviced&perPage=50' },
  { key: 'plotsCsv', path: '/api/v1/plots.csv', example: '/api/v1/plots.csv?zone=LS-IP-VSIP' },
  { key: 'plotsGeojson', path: '/api/v1/plots.geojson', example: '/api/v1/plots.geojson?zone=LS-IP-VSIP' },
  { key: 'zones', path: '/api/v1/zones', example: '/api/v1/zones?perPage=20' },
  { key: 'zonesGeojson', path: '/api/v1/zones.geojson', example: '/api/v1/zones.geojson' },
  { key: 'totals', path: '/api/v1/totals', example: '/api/v1/totals' },
  { key: 'calendar', path: '/api/v1/calendar', example: '/api/v1/calendar?from=2026-11-01&to=2026-11-30' },
  { key: 'procedures', path: '/api/v1/procedures', example: '/api/v1/procedures' },
  { key: 'openapi', path: '/api/v1/openapi.json', example: '/api/v1/openapi.json' },
] as const

const FIELDS = [
  'code',
  'areaM2',
  'readiness',
  'commercial',
  'priceUsdPerM2',
  'capacity',
  'distancesKm',
  'confirmedUntil',
  'illustrative',
] as const
const RULES = ['paging', 'unchanged', 'unknown', 'blank', 'csv'] as const

export default function OpenData() {
  const { t } = useTranslation('data')
  const files: Column<(typeof FILES)[number]>[] = [
    { key: 'what', label: t('column.what'), cell: (file) => t(`file.${file.key}`) },
    { key: 'path', label: t('column.address'), cell: (file) => <code>{file.path}</code> },
    { key: 'example', label: t('column.example'), cell: (file) => <a href={file.example}>{t('column.open')}</a> },
  ]
  const fields: Column<(typeof FIELDS)[number]>[] = [
    { key: 'field', label: t('column.field'), cell: (field) => <code>{field}</code> },
    { key: 'meaning', label: t('column.meaning'), cell: (field) => t(`field.${field}`) },
  ]
  return (
    <>
      <h1>{t('page.title')}</h1>
      <p className="mt-2 mb-4 max-w-prose text-ink-soft">{t('page.intro')}</p>
      <div className="totals-page">
        <Card title={t('files')} id="files">
          <Table columns={files} rows={FILES} rowKey={(file) => file.key} caption={t('filesCaption')} plain />
        </Card>
        <Card title={t('fields')} id="fields">
          <Table columns={fields} rows={FIELDS} rowKey={(field) => field} caption={t('fieldsCaption')} plain />
        </Card>
        <Card title={t('rules')} id="rules">
          <ul className="list-disc ps-5">
            {RULES.map((rule) => (
              <li key={rule}>{t(`rule.${rule}`)}</li>
            ))}
          </ul>
        </Card>
        <Card title={t('notice')} id="notice">
          <p>{t('noticeText')}</p>
        </Card>
      </div>
    </>
  )
}
