import { join } from 'node:path'
import { startBuilt } from '../tests/built-server'
import type { Bench, Figure, Part } from './part'

/** From the command of the demo to its first page, in an empty folder and in one with data. */
async function run({ workDir }: Bench): Promise<Figure[]> {
  const demo = {
    dataDir: join(workDir, 'start'),
    command: ['node_modules/tsx/dist/cli.mjs', 'prisma/demo.ts'],
    readyPath: '/vi',
  }
  const figures: Figure[] = []
  for (const when of ['first start, the demo is loaded', 'again, with data']) {
    const server = await startBuilt(demo)
    figures.push({
      what: `npm run demo to first answer (${when})`,
      measured: `${(server.startedInMs / 1000).toFixed(1)} s`,
      toReach: '≤ 10 s',
    })
    await server.stop()
  }
  return figures
}

export const startUp: Part = { name: 'start', run }
