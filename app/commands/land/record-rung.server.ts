import { checkConfirmedUntil, confirmedUntilFrom } from '~/domain/land/fact'
import { checkRungRecord, rungAfterRecord } from '~/domain/land/ladder'
import type { Rung, ZoneStatus } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { putFact } from './fact-rows.server'
import { putRung } from './rung-rows.server'
import { stalePlot } from './stale-plot.server'

export interface RungInput {
  code: string
  version: number
  rung: Rung
  reachedOn: Day
  source: string
  confirmedUntil: Day | null
  readyBy: { earliest: Day; latest: Day } | null
  /** Whether everybody may read the evidence, or only who keeps the land. */
  evidenceIsPublic: boolean
  uploads: Upload[]
}

/**
 * A rung was reached: on record with its day, source and evidence. The plot moves up to it; a lower rung is recorded
 * and moves nothing. Refuses `not-found` where the land is somebody else's, `conflict`, `rung-too-high`, `rung-order`,
 * `out-of-range` for the day, more than one file.
 */
export async function recordRung(ctx: Ctx, input: RungInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  if (input.uploads.length > 1) return refuse('out-of-range', { min: 0, max: 1 }, 'evidence')
  const found = await db().plot.findUnique({ where: { code: input.code }, select: { id: true, zoneId: true } })
  if (!found) return refuse('not-found')
  const own = may(ctx.actor, 'land.write', { zoneId: found.zoneId })
  if (!own.ok) return own
  return withUploads(`plots/${found.id}`, input.uploads, ([kept]) =>
    transact(ctx, async (t) => {
      const plot = await t.db.plot.findUniqueOrThrow({
        where: { id: found.id },
        include: {
          zone: { select: { status: true } },
          readinessRecords: { where: { supersededAt: null } },
          facts: { where: { key: 'readiness', supersededAt: null } },
        },
      })
      if (plot.retiredAt) return refuse('state-forbids', { state: 'retired' })
      if (plot.version !== input.version) return stalePlot(t, plot)
      const { rung, reachedOn, source } = input
      const until = checkConfirmedUntil(
        input.confirmedUntil ?? confirmedUntilFrom('plot', 'readiness', t.today),
        t.today,
      )
      if (!until.ok) return until
      const records = plot.readinessRecords.map((one) => ({
        rung: one.rung as Rung,
        reachedOn: toDay(one.reachedOn),
      }))
      const fits = checkRungRecord({ rung, reachedOn }, records, plot.zone.status as ZoneStatus, t.today)
      if (!fits.ok) return fits
      const after = rungAfterRecord(plot.readiness as Rung, rung)
      const written = await t.db.plot.updateMany({
        where: { id: plot.id, version: input.version },
        data: {
          version: { increment: 1 },
          ...(after === rung && { readiness: rung, readinessSince: dayToDate(reachedOn) }),
          ...(input.readyBy && {
            readyByEarliest: dayToDate(input.readyBy.earliest),
            readyByLatest: dayToDate(input.readyBy.latest),
          }),
        },
      })
      if (written.count !== 1) return stalePlot(t, plot)
      const evidence =
        kept &&
        (await t.db.document.create({
          data: {
            ...documentOf(kept),
            plotId: plot.id,
            kind: 'readiness_evidence',
            visibility: input.evidenceIsPublic ? 'public' : 'parties',
            uploadedById: ctx.actor.personId,
            createdAt: t.now,
          },
        }))
      const former = plot.readinessRecords.find((one) => one.rung === rung)
      const { illustrative } = plot
      const confirmedUntil = until.value
      const evidenceId = evidence?.id ?? former?.evidenceId ?? null
      await putRung(t, plot.id, { rung, reachedOn, source, confirmedUntil, evidenceId, illustrative })
      if (after === rung) {
        const fact = { key: 'readiness', value: rung, source, confirmedUntil, illustrative }
        const put = await putFact(t, { kind: 'plot', id: plot.id }, plot.facts[0] ?? null, fact)
        if (!put.ok) return put
      }
      await t.audit({
        act: 'plot.record_rung',
        subject: { kind: 'plot', id: plot.id },
        detail: {
          code: plot.code,
          rung,
          reachedOn,
          source,
          readiness: { from: plot.readiness, to: after },
          evidence: kept ? { fileName: kept.fileName, sha256: kept.sha256 } : null,
        },
      })
      await t.touchCatalogue()
      return ok(true)
    }),
  )
}
