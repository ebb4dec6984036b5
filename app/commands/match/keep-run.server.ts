import { createHash, randomBytes } from 'node:crypto'
import type { MatchAnswer } from '~/domain/match/match'
import type { Need } from '~/domain/match/need'
import { may } from '~/domain/party/permission'
import { dayToDate } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

/** Keeps a shortlist as it is: the need, the rules, the land's version and the whole answer. Gives its code. */
export async function keepRun(
  ctx: Ctx,
  input: { organizationId: string; needId: string | null; need: Need; answer: MatchAnswer },
): Promise<Verdict<{ code: string }>> {
  const { organizationId, needId, need, answer } = input
  const allowed = may(ctx.actor, 'need.write', { organizationId })
  if (!allowed.ok) return allowed
  const code = randomBytes(9).toString('base64url')
  const digest = createHash('sha256').update(JSON.stringify(answer)).digest('hex')
  return transact(ctx, async (t) => {
    const row = await t.db.matchRun.create({
      data: {
        code,
        organizationId,
        needId,
        createdById: ctx.actor.personId ?? '',
        need: need as unknown as Prisma.InputJsonObject,
        ruleVersion: answer.ruleVersion,
        dataVersion: answer.dataVersion,
        day: dayToDate(t.today),
        answer: answer as unknown as Prisma.InputJsonObject,
        digest,
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'need.keep_run',
      subject: { kind: 'match_run', id: row.id },
      detail: { code, digest, dataVersion: answer.dataVersion, ruleVersion: answer.ruleVersion },
    })
    return ok({ code })
  })
}
