import { readFileSync } from 'node:fs'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

interface Row {
  code: string
  zone: string
  areaM2: number
  illustrative: boolean
  readiness: { rung: string; readyBy: { earliest: string; latest: string } | null; confirmedUntil: string | null }
  commercial: string
  priceUsdPerM2: { value: number; confirmedUntil: string | null; stale: boolean } | null
  termEndYear: number | null
  distancesKm: Record<string, number>
}

// The rows stand in memory before the first request.
const rows = JSON.parse(readFileSync(process.env.FLOOR_ROWS ?? '', 'utf8')) as Row[]

export const loader = () => json({ rows })

export default function Index() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>Plots</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.code} className="plot-card">
            <div className="plot-card-line">
              <span>
                <a href={`/vi/plots/${row.code}`} className="plot-card-code">
                  {row.code}
                </a>{' '}
                <span className="text-ink-soft">{row.zone}</span>
              </span>
              <strong className="whitespace-nowrap">{(row.areaM2 / 10_000).toFixed(2)} ha</strong>
            </div>
            <div className="plot-card-line">
              <span className="readiness">
                {row.readiness.rung}
                {row.readiness.readyBy ? ` ${row.readiness.readyBy.earliest} – ${row.readiness.readyBy.latest}` : null}
              </span>
              <span>{row.priceUsdPerM2 ? `${row.priceUsdPerM2.value} USD/m²` : 'no price'}</span>
            </div>
            <p className="plot-card-foot">
              <span>
                {Object.entries(row.distancesKm)
                  .slice(0, 3)
                  .map(([place, km]) => `${place} ${km} km`)
                  .join(' · ')}
              </span>
              <span>{row.commercial}</span>
              {row.illustrative ? <span className="illustrative">illustrative</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </main>
  )
}
