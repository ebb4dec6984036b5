// One process of a proof: runs commands at once, each asking only for what was handed to it, and says what they answered.
import { approveCase } from '../../app/commands/case/approve-case.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import type { InterestForm } from '../../app/domain/interest/form'
import { findCase } from '../../app/infra/case-record.server'
import { connect, db, setDatabase } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { DecideTask, SubmitTask } from './cases'

const task = JSON.parse(process.argv[2] ?? '') as DecideTask | SubmitTask

type Work = () => Promise<Parameters<typeof codeOf>[0]>

/** As many at once as have a connection each: more would wait for one, and be refused for waiting. */
const LANES = { server: 6, embedded: 2 }
let next = 0

const codeOf = (verdict: { ok: true } | { ok: false; refusal: { code: string } }) =>
  verdict.ok ? 'ok' : verdict.refusal.code

async function run() {
  setDatabase(connect(task.kind, task.connection, { poolSize: 6 }))
  const actor = await actorOf(task.personId)
  if (!actor) throw new Error('nobody acts')
  const ctx = { actor, now: new Date(task.now) }
  const work =
    task.verb === 'approve'
      ? await Promise.all(
          task.numbers.map(async (number) => {
            const version = (await findCase(number))?.version ?? -1
            return () => approveCase(ctx, { number, version, conditions: null })
          }),
        )
      : await Promise.all(
          task.interestIds.map(async (interestId) => {
            const { version, form } = await db().interest.findUniqueOrThrow({ where: { id: interestId } })
            return () => submitInterest(ctx, { interestId, version, form: form as unknown as InterestForm })
          }),
        )
  process.stdout.write('ready\n')
  await new Promise((done) => process.stdin.once('data', done))
  const answers: string[] = []
  const lane = async () => {
    for (let index = next++; index < work.length; index = next++) answers[index] = codeOf(await (work[index] as Work)())
  }
  await Promise.all(Array.from({ length: LANES[task.kind] }, lane))
  process.stdout.write(`${JSON.stringify(answers)}\n`)
  process.exit(0)
}

run().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error))
  process.exit(1)
})
