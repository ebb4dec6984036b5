import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { requirePerson } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requirePerson(visit, args.request)
  const { organizations } = visit.actor
  const [first] = organizations
  if (first && organizations.length === 1) throw redirect(`/${visit.lang}/my/organization/${first.id}`, 303)
  return { meta: pageMeta(visit.lang, 'organization', 'chooser'), organizations }
}

export default function Organizations() {
  const { organizations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('organization')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  const href = useHref()
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <h1>{t('chooser.title')}</h1>
      {organizations.length === 0 ? (
        <Empty title={t('chooser.none')}>{t('chooser.noneText')}</Empty>
      ) : (
        <ul className="grid gap-3">
          {organizations.map(({ id, name, role, mandate }) => (
            <li key={id} className="card">
              <Link to={href(`/my/organization/${id}`)} className="font-semibold">
                {name}
              </Link>
              <p className="text-sm text-ink-soft">
                {notice(`member.${role}`)}
                {mandate ? ` · ${t('mandate.until', { day: day(mandate.untilDay) })} · ${mandate.scope}` : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
