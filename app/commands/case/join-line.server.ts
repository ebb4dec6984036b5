import { createHash } from 'node:crypto'
import { canonicalPayload, chainHash, NO_PREVIOUS_HASH } from '~/domain/interest/receipt'
import { mayJoin } from '~/domain/land/waiting'
import { ok, type Verdict } from '~/domain/verdict'
import { lockCase, nextNumber } from '~/infra/case-record.server'
import { holdFactsOf } from '~/infra/hold-record.server'
import { lockLand } from '~/infra/plot-land.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lineOf } from '~/infra/waiting-line.server'
import { caseForPlace } from './place-change.server'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * A case takes its place in the line for plots that others hold or wait for. Places are numbered without a gap and
 * chained as receipts are, so that the order is proved without names. Refuses `plot-free`, `already-used` for a second
 * open place, `plot-retired` for land that is part of more today, `state-forbids`.
 */
export async function joinLine(ctx: Ctx, input: { number: string }): Promise<Verdict<{ position: number }>> {
  const found = await caseForPlace(ctx, input.number, 'waiting.join')
  if (!found.ok) return found
  const record = found.value
  const { facts } = await holdFactsOf(ctx, record)
  const asked = record.interest.plots.map(({ plotId }) => plotId)
  return transact(ctx, async (t) => {
    const open = await lockCase(t, record)
    if (!open.ok) return open
    const land = await lockLand(t, asked)
    if (!land.ok) return land
    const plotIds = land.value
    const named = await t.db.plot.findMany({ where: { id: { in: plotIds } }, select: { code: true } })
    const plots = named.map(({ code }) => code).sort()
    const { places, held } = await lineOf(t, plotIds)
    const others = places.filter(({ caseId }) => caseId !== record.id)
    const joins = mayJoin({ ...facts, taken: others.length > 0 || plotIds.some((id) => held.has(id)) })
    if (!joins.ok) return joins
    const position = await nextNumber(t, 'waiting.position')
    const previous = await t.db.waitingEntry.findUnique({ where: { position: position - 1 } })
    const link = {
      number: record.number,
      submittedAt: t.now.toISOString(),
      position,
      payloadDigest: sha256(canonicalPayload({ plots })),
      previousHash: previous?.hash ?? NO_PREVIOUS_HASH,
    }
    const entry = await t.db.waitingEntry.create({
      data: {
        caseId: record.id,
        position,
        previousHash: link.previousHash,
        hash: chainHash(sha256, link),
        askedAt: t.now,
        plots: { create: plotIds.map((plotId) => ({ plotId })) },
      },
    })
    await t.audit({
      act: 'waiting.join',
      subject: { kind: 'waiting', id: entry.id },
      caseId: record.id,
      detail: { plots, position, hash: entry.hash },
    })
    return ok({ position })
  })
}
