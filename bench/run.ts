// npm run bench: figures as ratios, measured side by side in one run.
//   npm run bench -- --only catalogue,scale --plots 10000 --rounds 3 --seconds 5
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhenNeeded } from '../prisma/build'
import { catalogue } from './catalogue'
import { landImport } from './import'
import { inboxPart } from './inbox'
import { map } from './map'
import { match } from './match'
import { type Figure, must, type Part, printTable, servers } from './part'
import { scale } from './scale'
import { sheet } from './sheet'
import { startUp } from './start-up'
import { submit } from './submit'

const PARTS: readonly Part[] = [startUp, catalogue, map, scale, sheet, landImport, match, inboxPart, submit]

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    plots: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
  },
})
const asked = values.only?.split(',') ?? PARTS.map((part) => part.name)
const names = PARTS.map((part) => part.name)
const strange = asked.filter((name) => !names.includes(name))
if (strange.length > 0) {
  process.stderr.write(`No part ${strange.join(', ')}; there are ${names.join(', ')}.\n`)
  process.exit(2)
}

const workDir = resolve('.cache/bench')
rmSync(workDir, { recursive: true, force: true })
mkdirSync(workDir, { recursive: true })
must(buildWhenNeeded(), 'The build failed.')
const { serverWith, stop } = servers(workDir)
const contest = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
const figures: Figure[] = []
try {
  for (const part of PARTS.filter(({ name }) => asked.includes(name))) {
    figures.push(...(await part.run({ contest, workDir, serverWith, plots: Number(values.plots) })))
  }
} finally {
  await stop()
  rmSync(workDir, { recursive: true, force: true })
}
printTable(figures)
