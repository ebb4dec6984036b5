// One process of a proof: runs all commands handed to it at once, and says what they answered.
import { approveCase } from '../../app/commands/case/approve-case.server'
import { submitInterest } from '../../app/commands/interest/submit-interest.server'
import type { InterestForm } from '../../app/domain/interest/form'
import { findCase } from '../../app/infra/case-record.server'
import { connect, db, setDatabase } from '../../app/infra/db.server'
import { actorOf } from '../../app/infra/session.server'
import type { DecideTask, SubmitTask } from './cases'

const task = JSON.parse(process.argv[2] ?? '') as DecideTask | SubmitTask

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
  const answers = await Promise.all(work.map(async (one) => codeOf(await one())))
  process.stdout.write(`${JSON.stringify(answers)}\n`)
  process.exit(0)
}

run().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error))
  process.exit(1)
})
