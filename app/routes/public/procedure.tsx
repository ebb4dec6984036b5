import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Details } from '~/components/kit/details'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { DossierList, StageList } from '~/components/procedure/dossier-list'
import { SourcedText } from '~/components/procedure/sourced-text'
import { VersionFacts } from '~/components/procedure/version-facts'
import { isUnofficial, textIn } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { procedureFilter } from '~/forms/procedure'
import { keepUntil, orThrow, readSearch } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { procedurePage } from '~/queries/procedure/procedure-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now } = await openVisit(args)
  const { on = dayInVietnam(now) } = readSearch(args.request, procedureFilter).value
  const page = orThrow(await procedurePage({ code: args.params.code ?? '', on }))
  const t = makeI18n(lang).getFixedT(lang, ['procedure', 'common'])
  const name = textIn(page.shown.name, lang)
  const meta = [
    { title: t('common:site.title', { page: name }) },
    { name: 'description', content: `${name}. ${textIn(page.shown.agency, lang)}. ${page.shown.legalBasis}` },
  ]
  return data({ ...page, lang, meta }, { headers: keepUntil(now) })
}

export default function Procedure() {
  const { on, shown, others, names, lang } = useLoaderData<typeof loader>()
  const { t } = useTranslation('procedure')
  const { day } = useFormat()
  const href = useHref()
  const span = (version: { effectiveFrom: string; effectiveTo: string | null }) =>
    version.effectiveTo
      ? t('detail.span', { from: day(version.effectiveFrom), to: day(version.effectiveTo) })
      : t('detail.from', { day: day(version.effectiveFrom) })
  const standing = (version: { effectiveFrom: string; effectiveTo: string | null }) =>
    version.effectiveFrom > on ? 'later' : version.effectiveTo && version.effectiveTo < on ? 'ended' : 'inForce'
  const now = standing(shown)
  return (
    <>
      <p className="no-print">
        <Link to={href(`/procedures?on=${on}`)}>← {t('detail.back')}</Link>
      </p>
      <h1>
        <SourcedText text={shown.name} mark={false} />
      </h1>
      <p className="my-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <StatusTag tone={now === 'inForce' ? 'pine' : 'amber'}>{t(`detail.${now}`)}</StatusTag>
        <span>{t('detail.version', { code: shown.code })}</span>
        <span>{span(shown)}</span>
        {shown.isAdministrative === false ? <span>{t('detail.notAdministrative')}</span> : null}
      </p>
      {isUnofficial(shown.name, lang) ? <NoticeBanner tone="sky">{t('unofficial')}</NoticeBanner> : null}
      <div className="mt-6 grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card>
          <VersionFacts version={shown} assumedLimit={shown.assumedLimit} names={names} />
        </Card>
        <div className="grid gap-6">
          {shown.dossier.length > 0 ? (
            <Card title={t('detail.dossier')}>
              <DossierList dossier={shown.dossier} />
            </Card>
          ) : null}
          {shown.steps && shown.steps.length > 0 ? (
            <Card title={t('detail.steps')}>
              <StageList stages={shown.steps} />
            </Card>
          ) : null}
        </div>
      </div>
      {others.length > 0 ? (
        <section className="mt-8 grid gap-4">
          <h2>{t('detail.otherVersions')}</h2>
          {others.map((version) => (
            <Details
              key={version.code}
              summary={`${t('detail.version', { code: version.code })} · ${span(version)} · ${t(`detail.${standing(version)}`)}`}
            >
              <VersionFacts version={version} assumedLimit={null} names={names} />
            </Details>
          ))}
        </section>
      ) : null}
    </>
  )
}
