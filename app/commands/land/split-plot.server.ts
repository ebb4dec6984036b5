import type { Position } from '~/domain/land/geometry'
import { type Piece, splitPlot as splitRule } from '~/domain/land/plot-operation'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockOperands, type ReadPlot, succeedPlots } from './operate-plots.server'

/**
 * A keeper cuts a plot in two or more along a line; the codes are given in the order of the parts. The plot is retired
 * and readable. Refuses `not-found` for another's zone, `conflict`, `plot-held` naming the case, `plot-retired`,
 * `state-forbids` for promised or leased land, `already-used` for a code, and what the cut refuses.
 */
export async function splitPlot(
  ctx: Ctx,
  input: { plot: ReadPlot; line: Position[]; codes: string[]; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const locked = await lockOperands(t, [input.plot])
    if (!locked.ok) return locked
    const [drawn] = locked.value.drawn
    if (!drawn) return refuse('not-found')
    const parts = splitRule(drawn, input.line)
    if (!parts.ok) return parts
    if (parts.value.length !== input.codes.length) return refuse('invalid-form', undefined, 'codes')
    const pieces = parts.value.map((part: Piece, i) => ({ ...part, code: input.codes[i] as string }))
    const written = await succeedPlots(t, 'split', locked.value.plots, pieces, input.reason)
    return written.ok ? ok(true) : written
  })
}
