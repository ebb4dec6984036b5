import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { settingMeta } from '~/components/land/setting-meta'
import { SettingTabs } from '~/components/party/setting-tabs'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { divisions } from '~/queries/party/divisions.server'

export const handle = { dense: true }
export const meta = settingMeta('divisions')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.read')
  return divisions(visit.ctx)
}

export default function Divisions() {
  const { rows, unkept, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['setting', 'land', 'notice'])
  const { lang, number, day } = useFormat()
  const href = useHref()
  const kinds = (list: (typeof rows)[number]['zoneKinds']) => list.map((kind) => t(`land:zoneKind.${kind}`)).join(' · ')
  return (
    <>
      <h1>{t('title.divisions')}</h1>
      <SettingTabs at="divisions" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {unkept.length > 0 ? (
          <NoticeBanner tone="amber">{t('divisions.unkept', { kinds: kinds(unkept) })}</NoticeBanner>
        ) : null}
        <Card>
          <p className="mb-3 max-w-prose text-ink-soft">{t('divisions.help')}</p>
          <Table
            plain
            caption={t('title.divisions')}
            captionHidden
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'name',
                label: t('divisions.name'),
                cell: ({ name, retiredOn }) => (
                  <div>
                    {name[lang]}
                    {retiredOn ? (
                      <span className="block text-sm font-normal">
                        <StatusTag tone="neutral">{t('divisions.retired', { day: day(retiredOn) })}</StatusTag>
                      </span>
                    ) : null}
                  </div>
                ),
              },
              { key: 'kinds', label: t('divisions.zoneKinds'), cell: ({ zoneKinds }) => kinds(zoneKinds) || '–' },
              {
                key: 'people',
                label: t('divisions.people'),
                cell: ({ people }) => (
                  <div>
                    {people.length === 0 ? '–' : null}
                    {people.map(({ id, fullName, role, coming }) => (
                      <span key={id + role} className="block">
                        {fullName}{' '}
                        <small className="text-ink-soft">
                          {t(`notice:role.${role}`)}
                          {coming ? ` · ${t('divisions.coming')}` : ''}
                        </small>
                      </span>
                    ))}
                  </div>
                ),
              },
              { key: 'cases', label: t('divisions.openCases'), end: true, cell: ({ openCases }) => number(openCases) },
              ...(mayWrite
                ? [
                    {
                      key: 'act',
                      label: t('divisions.act'),
                      cell: ({ key, name, retiredOn }: (typeof rows)[number]) =>
                        retiredOn ? null : (
                          <span className="flex flex-wrap gap-x-4 gap-y-1">
                            <Link
                              to={href(`/office/settings/divisions/${key}`)}
                              aria-label={t('divisions.editOf', { name: name[lang] })}
                            >
                              {t('divisions.edit')}
                            </Link>
                            <Link
                              to={href(`/office/settings/divisions/${key}/retire`)}
                              aria-label={t('divisions.retireOf', { name: name[lang] })}
                            >
                              {t('divisions.retire')}
                            </Link>
                          </span>
                        ),
                    },
                  ]
                : []),
            ]}
          />
          {mayWrite ? (
            <div className="actions mt-4">
              <ButtonLink kind="outline" to={href('/office/settings/divisions/new')}>
                {t('divisions.add')}
              </ButtonLink>
            </div>
          ) : null}
        </Card>
      </div>
    </>
  )
}
