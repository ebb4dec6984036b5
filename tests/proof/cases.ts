// Many cases at one point of their way, for proofs: one is led there by the commands, the others are copies of its rows.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { type Database, db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'

let copied = 0

/** Copies a case with its interest and recommendation; gives the numbers of the copies. */
export async function copiesOf(number: string, count: number): Promise<string[]> {
  const model = await db().caseFile.findUniqueOrThrow({
    where: { number },
    include: { interest: { include: { plots: true } }, recommendations: true, developerRequest: true },
  })
  const { interest, recommendations, developerRequest, id: _case, ...file } = model
  const { plots, id: _interest, ...asked } = interest
  const numbers: string[] = []
  for (let made = 0; made < count; made += 1) {
    copied += 1
    const copy = `CM-2099-${String(copied).padStart(6, '0')}`
    const [interestId, caseId] = [randomUUID(), randomUUID()]
    await db().interest.create({
      data: { ...asked, id: interestId, form: asked.form as Prisma.InputJsonObject },
    })
    await db().interestPlot.createMany({ data: plots.map(({ plotId }) => ({ interestId, plotId })) })
    await db().caseFile.create({ data: { ...file, id: caseId, interestId, number: copy } })
    await db().recommendation.createMany({
      data: recommendations.map(
        ({ triage, editedConditions, ...one }) =>
          ({
            ...one,
            id: randomUUID(),
            caseId,
            ...(triage !== null && { triage }),
            ...(editedConditions !== null && { editedConditions }),
          }) as Prisma.RecommendationCreateManyInput,
      ),
    })
    if (developerRequest) {
      await db().developerRequest.create({ data: { ...developerRequest, id: randomUUID(), caseId } })
    }
    numbers.push(copy)
  }
  return numbers
}

export interface Task {
  kind: Database['kind']
  connection: Database['connection']
  personId: string
  now: string
}
export type DecideTask = Task & { verb: 'approve'; numbers: string[] }
export type SubmitTask = Task & { verb: 'submit'; interestIds: string[] }

/** A process of its own that runs commands on the same database, once it is told to begin. */
export function startWorker(task: DecideTask | SubmitTask) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', resolve('tests/proof/worker.ts'), JSON.stringify(task)],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent' } },
  )
  let said = ''
  let wrong = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text
  })
  child.stderr?.on('data', (text: Buffer) => {
    wrong += text
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const ready = (async () => {
    while (!said.includes('ready')) {
      if (child.exitCode !== null) throw new Error(`a worker ended before it began: ${wrong}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  })()
  return {
    ready,
    begin: () => void child.stdin?.write('begin\n'),
    kill: () => void child.kill('SIGKILL'),
    ended,
    /** What each command answered, in the order given: `ok` or the refusal. */
    async answers(): Promise<string[]> {
      await ended
      const line = said.split('\n').find((one) => one.startsWith('['))
      if (!line) throw new Error(`a worker said nothing: ${wrong}`)
      return JSON.parse(line) as string[]
    },
  }
}
