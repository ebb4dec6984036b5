import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

interface PlotLineageProps {
  lineage: {
    kind: 'split' | 'merge' | 'realign'
    day: string
    from: string[]
    became: string[]
    before: boolean
    reason: string | null
  }[]
  /** The address of a plot in the area the page stands in. */
  to: (code: string) => string
}

/** Where a plot comes from and what became of it. */
export function PlotLineage({ lineage, to }: PlotLineageProps) {
  const { t } = useTranslation('inventory')
  const { day } = useFormat()
  if (lineage.length === 0) return null
  return (
    <Card title={t('lineage.title')}>
      <ul className="grid gap-2 text-sm">
        {lineage.map((one) => {
          const into = one.before && one.kind !== 'realign'
          const values = { from: one.from.join(', '), became: one.became.join(', '), day: day(one.day) }
          return (
            <li key={`${one.kind} ${one.day} ${values.became}`}>
              {into ? t(`lineage.${one.kind as 'split'}Into`, values) : t(`lineage.${one.kind}`, values)}
              {one.reason ? <span className="block text-ink-soft">{one.reason}</span> : null}
              <span className="flex flex-wrap gap-x-3">
                {(into ? one.became : one.from).map((code) => (
                  <Link key={code} to={to(code)}>
                    {code}
                  </Link>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
