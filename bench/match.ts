// Matching a need with land, and land with saved needs, against bare loops and against PostgreSQL.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { startPostgres } from '../tests/postgres'
import { must, type Part, ratio } from './part'

const ms = (value: number): string => `${value.toFixed(2)} ms`

export const match: Part = {
  name: 'match',
  async run({ workDir }) {
    const outfile = join(workDir, 'match-figures.mjs')
    await build({
      entryPoints: ['bench/match-figures.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['pg'],
      logLevel: 'error',
    })
    const server = await startPostgres()
    let said: string
    try {
      const env = { ...process.env, PGHOST: server.host, PGPORT: String(server.port) }
      const child = spawnSync(process.execPath, ['--expose-gc', outfile], { env, encoding: 'utf8', maxBuffer: 1e7 })
      must(child.status === 0, `The match was not measured: ${child.stderr}`)
      said = child.stdout
    } finally {
      await server.stop()
    }
    const found = JSON.parse(said) as Record<string, number> & { same: boolean }
    const value = (key: string): number => found[key] ?? Number.NaN
    const against = (us: string, them: string) => ratio(value(us) / value(them))
    const both = (us: string, them: string) => `${ms(value(us))} · ${ms(value(them))}`
    must(found.same, 'PostgreSQL does not find the same land.')
    const extra = value('reverseMs') - value('bareReverseMs')
    return [
      {
        what: 'match of 100,000 plots, 12 criteria, best 50 explained / bare typed loop',
        measured: against('singlesMs', 'bareMs'),
        detail: both('singlesMs', 'bareMs'),
        toReach: '≤ 1.50',
      },
      {
        what: '  the same filter and order in PostgreSQL, one worker, plots beside zones and nodes / match',
        measured: against('oneWorkerMs', 'singlesMs'),
        detail: both('singlesMs', 'oneWorkerMs'),
        toReach: '≥ 10',
      },
      {
        what: '  on a flat table in which the answers of zones, lists and nodes to this need are written out',
        measured: against('flatMs', 'singlesMs'),
        detail: both('singlesMs', 'flatMs'),
      },
      {
        what: '  the best plan of both: indexes, workers, with and without jit / match',
        measured: against('bestPlanMs', 'singlesMs'),
        detail: both('singlesMs', 'bestPlanMs'),
        toReach: '≥ 4',
      },
      {
        what: '  with contiguous sets / single plots',
        measured: against('setsMs', 'singlesMs'),
        detail: `${both('setsMs', 'singlesMs')}; ${value('feasibleWithSets')} · ${value('feasible')} found`,
        toReach: '≤ 10',
      },
      { what: '  who adjoins whom, once per catalogue version', measured: ms(value('joinsMs')) },
      {
        what: '10,000 saved needs against one changed plot, beyond a bare loop',
        measured: ms(extra),
        detail: `${both('reverseMs', 'bareReverseMs')}; ${value('fitting')} fit`,
        toReach: '≤ 5 ms',
      },
      {
        what: '  the same needs joining plots, against every contiguous set through the plot',
        measured: ms(value('reverseSetsMs')),
        detail: `${value('fittingSets')} pairs of set and need fit`,
      },
      {
        what: 'memory of the snapshot per 100,000 plots: rows, and columns of a match',
        measured: `${value('rowsMb').toFixed(0)} MB`,
        detail: `+ ${value('columnsMb').toFixed(1)} MB`,
      },
    ]
  },
}
