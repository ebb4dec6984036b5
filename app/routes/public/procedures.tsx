import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { LimitText } from '~/components/procedure/limit-text'
import { ProcedureFilter } from '~/components/procedure/procedure-filter'
import { SourcedText } from '~/components/procedure/sourced-text'
import { dayInVietnam } from '~/domain/time/day'
import { procedureFilter } from '~/forms/procedure'
import { keepUntil, readSearch } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { procedureList } from '~/queries/procedure/procedure-list.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { value, answer } = readSearch(args.request, procedureFilter)
  const { on = dayInVietnam(now), foreign, ...filter } = value
  const list = await procedureList({ on, ...filter, ...(foreign && { foreign: foreign === 'yes' }) })
  const t = makeI18n(lang).getFixedT(lang, ['procedure', 'common'])
  const meta = [
    { title: t('common:site.title', { page: t('title') }) },
    { name: 'description', content: t('description') },
  ]
  return data({ ...list, answer, meta }, answer.errors.length > 0 ? { status: 422 } : { headers: keepUntil(now) })
}

export default function Procedures() {
  const { on, total, phases, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('procedure')
  const { day } = useFormat()
  const href = useHref()
  const link = (code: string) => href(`/procedures/${code}?on=${on}`)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="text-ink-soft max-w-[44rem]">{t('lead')}</p>
      <ProcedureFilter answer={answer} on={on} />
      {total === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
      {total > 0 ? <p className="mt-6 font-semibold">{t('count', { count: total, day: day(on) })}</p> : null}
      {phases.map(({ phase, lines }) => (
        <section key={phase} className="mt-6" aria-labelledby={`phase-${phase}`}>
          <h2 id={`phase-${phase}`}>{t(`phase.${phase}`)}</h2>
          <Table
            caption={t(`phase.${phase}`)}
            captionHidden
            rows={lines}
            rowKey={(line) => line.code}
            columns={[
              {
                key: 'name',
                label: t('column.procedure'),
                heads: true,
                cell: (line) => (
                  <span className="block lg:w-[20rem]">
                    <Link to={link(line.code)}>
                      <SourcedText text={line.name} mark={false} />
                    </Link>
                    <small className="block font-normal text-ink-soft">
                      {line.code}
                      {line.versions > 1 ? ` · ${t('versions', { count: line.versions })}` : ''}
                      {line.confidence === 'sourced' ? '' : ` · ${t(`confidence.${line.confidence}` as never)}`}
                    </small>
                  </span>
                ),
              },
              {
                key: 'agency',
                label: t('column.agency'),
                cell: (line) => (
                  <span className="block lg:w-[19rem]">
                    <SourcedText text={line.agency} mark={false} />
                  </span>
                ),
              },
              {
                key: 'limit',
                label: t('column.limit'),
                cell: (line) => (
                  <span className="block lg:w-[9rem]">
                    <LimitText
                      limit={line.timeLimit ?? line.fallback}
                      assumed={line.unsure || (!line.timeLimit && line.fallback !== null)}
                    />
                  </span>
                ),
              },
              {
                key: 'basis',
                label: t('column.basis'),
                cell: (line) => <span className="text-sm">{line.legalBasis}</span>,
              },
            ]}
          />
        </section>
      ))}
    </>
  )
}
