import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Details } from '~/components/kit/details'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PageHandle } from '~/components/kit/page-handle'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { calendarEditions } from '~/queries/time/calendar-editions.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

const TONES = { official: 'pine', statutory: 'sky', provisional: 'amber' } as const

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'calendar.read')
  const query = new URL(args.request.url).searchParams
  const year = Number(query.get('year')) || visit.now.getUTCFullYear()
  const edition = Number(query.get('edition')) || 0
  return {
    ...(await calendarEditions({ lang: visit.lang, edition, year })),
    meta: pageMeta(visit.lang, 'admin', 'calendar'),
  }
}

export default function CalendarPage() {
  const { editions, edition, notes, years, year, days } = useLoaderData<typeof loader>()
  const { t } = useTranslation('admin')
  const { t: time } = useTranslation('time')
  const { day, dayLong, instant, range } = useFormat()
  const provisional = days.filter((one) => one.status === 'provisional').length
  const [latest] = editions
  return (
    <div className="grid gap-4">
      <header>
        <h1>{t('calendar.title')}</h1>
        <p className="text-ink-soft">{t('calendar.intro')}</p>
      </header>
      <Table
        caption={t('calendar.editions')}
        rows={editions}
        rowKey={(row) => String(row.id)}
        current={String(edition)}
        columns={[
          {
            key: 'asOf',
            label: t('calendar.asOf'),
            cell: (row) => <Link to={`?edition=${row.id}&year=${year}`}>{day(row.asOf)}</Link>,
          },
          { key: 'known', label: t('calendar.known'), cell: (row) => range(day(row.knownFrom), day(row.knownUntil)) },
          { key: 'days', label: t('calendar.days'), end: true, cell: (row) => row.days },
          { key: 'loaded', label: t('calendar.loaded'), cell: (row) => instant(row.loadedAt) },
          {
            key: 'use',
            label: t('people.state'),
            cell: (row) => (row.id === latest?.id ? <StatusTag tone="pine">{t('calendar.inUse')}</StatusTag> : '–'),
          },
        ]}
      />
      <nav className="switch max-w-3xl" aria-label={t('calendar.year')}>
        {years.map((one) => (
          <Link key={one} to={`?edition=${edition}&year=${one}`} aria-current={one === year ? 'true' : undefined}>
            {one}
          </Link>
        ))}
      </nav>
      {provisional > 0 ? (
        <NoticeBanner tone="amber">{t('calendar.provisional', { year, count: provisional })}</NoticeBanner>
      ) : null}
      {days.length === 0 ? (
        <Empty title={t('calendar.none')} />
      ) : (
        <Table
          caption={t('calendar.dayTable', { year })}
          rows={days}
          rowKey={(row) => row.date}
          columns={[
            { key: 'date', label: t('calendar.date'), cell: (row) => dayLong(row.date) },
            { key: 'kind', label: t('calendar.kind'), cell: (row) => time(`calendarKind.${row.kind}`) },
            { key: 'name', label: t('calendar.name'), cell: (row) => row.name },
            {
              key: 'status',
              label: t('calendar.status'),
              cell: (row) => <StatusTag tone={TONES[row.status]}>{time(`calendarStatus.${row.status}`)}</StatusTag>,
            },
            { key: 'source', label: t('calendar.source'), cell: (row) => row.source },
          ]}
        />
      )}
      {notes.length > 0 ? (
        <Details summary={t('calendar.notes')}>
          <ul className="list-disc pl-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </div>
  )
}
