import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Form as SearchForm, useLoaderData } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { SelectField, TextField } from '~/components/kit/field'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { Pager } from '~/components/kit/pager'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { PersonStateTag } from '~/components/party/person-state-tag'
import { GRANTED_ROLES } from '~/domain/party/permission'
import { requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { people } from '~/queries/party/people.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const query = new URL(args.request.url).searchParams
  const [q, role] = [query.get('q')?.trim().slice(0, 100) ?? '', query.get('role') ?? '']
  const page = await people({ q, role, after: query.get('after'), before: query.get('before'), now: visit.now })
  return { ...page, q, role, meta: pageMeta(visit.lang, 'admin', 'people') }
}

export default function People() {
  const { rows, before, after, q, role } = useLoaderData<typeof loader>()
  const { t } = useTranslation('admin')
  const { t: common } = useTranslation('common')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  const href = useHref()
  const roles = GRANTED_ROLES.map((value) => ({ value, label: notice(`role.${value}`) }))
  const address = (key: Record<string, string>) => `?${new URLSearchParams({ q, role, ...key })}`
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1>{t('people.title')}</h1>
          <p className="text-ink-soft">{t('people.intro')}</p>
        </div>
        <ButtonLink to={href('/office/admin/people/new')}>{t('people.invite')}</ButtonLink>
      </header>
      <SearchForm method="get" className="form-row">
        <TextField name="q" type="search" label={t('people.search')} value={q} />
        <SelectField name="role" label={t('people.role')} value={role} choices={roles} blank={t('people.everyRole')} />
        <Button kind="outline">{common('form.filter')}</Button>
        {q || role ? <Link to={href('/office/admin/people')}>{common('form.clear')}</Link> : null}
      </SearchForm>
      {rows.length === 0 ? (
        <Empty title={t('people.none')}>{t('people.noneText')}</Empty>
      ) : (
        <Table
          caption={t('people.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: t('people.name'),
              cell: (row) => <Link to={href(`/office/admin/people/${row.id}`)}>{row.fullName}</Link>,
            },
            { key: 'email', label: t('people.email'), cell: (row) => <span className="break-all">{row.email}</span> },
            {
              key: 'roles',
              label: t('people.roles'),
              cell: (row) => row.roles.map((one) => notice(`role.${one}`)).join(', ') || '–',
            },
            {
              key: 'organization',
              label: t('people.organization'),
              cell: (row) => row.organizations.join(', ') || '–',
            },
            { key: 'state', label: t('people.state'), cell: (row) => <PersonStateTag state={row.state} /> },
            { key: 'since', label: t('people.since'), end: true, cell: (row) => day(row.createdDay) },
          ]}
        />
      )}
      <Pager previous={before && address({ before })} next={after && address({ after })} />
    </div>
  )
}
