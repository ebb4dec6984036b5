import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { KeptFacts } from '~/components/land/kept-facts'
import { KeptFactsHead } from '~/components/land/kept-facts-head'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { keptPlotFacts } from '~/queries/land/kept-facts.server'
import { keptFactsRoute } from './kept-land.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('plot')

const route = keptFactsRoute('plot', keptPlotFacts)
export const loader = route.loader
export const action = route.action

export default function PlotFacts() {
  const { subject, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('facts')
  const href = useKeeperHref()
  return (
    <>
      <KeptFactsHead title={t('keeper.plotTitle', { code: subject.code })} about={subject.zoneName}>
        <Link to={href(`/plots/${subject.code}`)}>{t('keeper.toPlot', { code: subject.code })}</Link>
        <Link to={href(`/plots/${subject.code}/readiness`)}>{t('rung.link')}</Link>
      </KeptFactsHead>
      <KeptFacts kind="plot" subject={subject} chosen={chosen} answer={answer} />
    </>
  )
}
