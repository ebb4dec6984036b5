import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { ExcludedCard } from '~/components/match/excluded-card'
import { KeepMatch } from '~/components/match/keep-match'
import keepTyped from '~/components/match/keep-typed.js?url'
import { NeedSentence } from '~/components/match/need-sentence'
import { RelaxationsCard } from '~/components/match/relaxations-card'
import { ResultActions } from '~/components/match/result-actions'
import { ResultCard } from '~/components/match/result-card'
import { matchForm, matchFormMistake, missingParts } from '~/forms/match'
import { keepUntil, limit, readSearch } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { makeI18n } from '~/locales'
import { useTranslation } from '~/locales/use-translation'
import { matchPage } from '~/queries/match/match-page.server'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang, now, ip, actor } = await openVisit(args)
  const { value, answer } = readSearch(args.request, matchForm)
  if (value.need) await limit('match', ip)
  const { mistakes, changesAt, ...page } = await matchPage({ lang, now, need: value.need })
  const found = [...answer.errors, ...mistakes.map(matchFormMistake), ...missingParts(answer.values)]
  const t = makeI18n(lang).getFixedT(lang, 'match')
  return data(
    {
      ...page,
      form: { ...answer, errors: found },
      organizations: actor.personId === null ? null : actor.organizations.filter(({ role }) => role !== 'reader'),
      meta: [{ title: t('metaTitle') }, { name: 'description', content: t('metaDescription') }],
    },
    found.length > 0 ? { status: 422 } : { headers: keepUntil(now, changesAt) },
  )
}

export default function Match() {
  const { answer, need, form, sectors, zones, organizations } = useLoaderData<typeof loader>()
  const { t } = useTranslation('match')
  const { number, hectares } = useFormat()
  const zoneNames = new Map(zones.map((zone) => [zone.code, zone.name]))
  return (
    <>
      <h1 className="match-title">{t('title')}</h1>
      <NeedSentence answer={form} sectors={sectors} zones={zones} />
      <script type="module" src={keepTyped} />
      {answer && need ? (
        <>
          <h2 className="match-count">
            {t('found', { count: answer.feasibleCount, number: number(answer.feasibleCount) })}{' '}
            {answer.results.length < answer.feasibleCount ? (
              <small>{t('shown', { count: answer.results.length })}</small>
            ) : null}
          </h2>
          <KeepMatch need={need} organizations={organizations} />
          {answer.largerThanAnyZone ? (
            <NoticeBanner tone="amber">
              {t('largerThanAnyZone', { area: hectares(answer.largerThanAnyZone.largestZoneM2) })}
            </NoticeBanner>
          ) : null}
          <div className="match">
            <div className="match-results">
              {answer.results.length === 0 ? <Empty title={t('none')}>{t('noneHint')}</Empty> : null}
              {answer.results.map((result, index) => (
                <ResultCard
                  key={result.plots.join()}
                  place={index + 1}
                  result={result}
                  zoneName={zoneNames.get(result.zone) ?? result.zone}
                >
                  <ResultActions plots={result.plots} />
                </ResultCard>
              ))}
            </div>
            <aside className="match-aside">
              <RelaxationsCard
                need={need}
                relaxations={answer.relaxations}
                joint={answer.jointRelaxation}
                nothingFits={answer.feasibleCount === 0}
                zoneNames={zoneNames}
              />
              <ExcludedCard excluded={answer.excluded} />
              <p className="source-line">{t('soft.note')}</p>
              <p className="source-line">{t('versions', { data: answer.dataVersion, rules: answer.ruleVersion })}</p>
            </aside>
          </div>
        </>
      ) : null}
    </>
  )
}
