import { mailsTo } from '~/documents/notice/mails-to'
import { confirmedUntilFrom } from '~/domain/land/fact'
import { checkLease, rungAfterLease } from '~/domain/land/hold'
import type { Rung, ZoneStatus } from '~/domain/land/readiness'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { peopleOf } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { codesOf, type HoldRow, holdForMove, type OfCase, takeHold } from '~/infra/hold-record.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { shortNode } from '~/infra/node-ledger.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { putFact } from './fact-rows.server'
import { putRung } from './rung-rows.server'

export interface LeaseInput extends OfCase {
  leaseNumber: string
  fromDay: Day
  untilDay: Day
  uploads: Upload[]
}

/**
 * A hold becomes a lease, in one transaction: the plots are leased, their rung follows where the zone's status admits
 * it, what was held of their sources is committed, and the hold ends. Refuses `file-missing` without the lease,
 * `out-of-range`, `days-reversed`, `plot-held` and `capacity-exceeded` where somebody by a later clock was promised the
 * land or capacity meanwhile, `state-forbids`, `conflict`.
 */
export async function convertHold(ctx: Ctx, input: LeaseInput): Promise<Verdict<true>> {
  const found = await holdForMove(ctx, input, 'convert')
  if (!found.ok) return found
  const { record, hold } = found.value
  if (input.uploads.length !== 1) return refuse('file-missing', undefined, 'lease')
  const heldFrom = hold ? dayInVietnam(hold.fromInstant) : dayInVietnam(ctx.now)
  const fits = checkLease(input, heldFrom, dayInVietnam(ctx.now))
  if (!fits.ok) return fits
  return withUploads(`cases/${record.id}`, input.uploads, ([kept]) =>
    transact(ctx, async (t) => {
      const taken = await takeHold(t, found.value)
      if (!taken.ok) return taken
      const leased = await leasePlots(t, taken.value, record.interest.zone.status as ZoneStatus, input.leaseNumber)
      if (!leased.ok) return leased
      const committed = await commitCapacity(t, taken.value, `${record.number}: ${input.leaseNumber}`)
      if (!committed.ok) return committed
      const document = await t.db.document.create({
        data: {
          ...documentOf(kept as NonNullable<typeof kept>),
          caseId: record.id,
          kind: 'lease',
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        },
      })
      await t.db.hold.update({
        where: { id: taken.value.id },
        data: {
          state: found.value.next,
          untilInstant: t.now,
          endedAt: t.now,
          leaseNumber: input.leaseNumber,
          leaseFromDay: dayToDate(input.fromDay),
          leaseUntilDay: dayToDate(input.untilDay),
          leaseDocumentId: document.id,
        },
      })
      const plots = codesOf(taken.value)
      const { leaseNumber, fromDay, untilDay } = input
      await t.audit({
        act: 'hold.convert',
        subject: { kind: 'hold', id: taken.value.id },
        caseId: record.id,
        detail: { plots, leaseNumber, fromDay, untilDay, committed: committed.value, lease: document.sha256 },
      })
      await t.touchCatalogue()
      const path = `/my/cases/${record.number}`
      const about = {
        number: record.number,
        plots: plots.join(', '),
        day: fromDay,
        reason: null,
        path,
        baseUrl: baseUrl(),
      }
      const people = await peopleOf(record.organizationId, t.today, t.db)
      for (const mail of mailsTo(people, 'hold_converted', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}

/** The plots of the hold, locked, become leased; the hold's own ranges end here. */
async function leasePlots(t: Transaction, hold: HoldRow, zone: ZoneStatus, source: string): Promise<Verdict<true>> {
  const plotIds = hold.plots.map(({ plotId }) => plotId)
  await t.db.$queryRaw`SELECT id FROM "Plot" WHERE id = ANY(${plotIds}::uuid[]) ORDER BY id FOR UPDATE`
  const another = await t.db.holdPlot.findFirst({
    where: { plotId: { in: plotIds }, holdId: { not: hold.id }, untilInstant: { gt: t.now } },
    include: { plot: { select: { code: true } } },
  })
  if (another) return refuse('plot-held', { code: another.plot.code, until: toDay(another.untilInstant) })
  await t.db.holdPlot.updateMany({ where: { holdId: hold.id }, data: { untilInstant: t.now } })
  const plots = await t.db.plot.findMany({
    where: { id: { in: plotIds } },
    include: { facts: { where: { key: 'readiness', supersededAt: null } } },
  })
  for (const plot of plots) {
    const rung = rungAfterLease(plot.readiness as Rung, zone)
    const raised = rung !== plot.readiness
    await t.db.plot.update({
      where: { id: plot.id },
      data: {
        commercial: 'leased',
        version: { increment: 1 },
        ...(raised && { readiness: rung, readinessSince: dayToDate(t.today) }),
      },
    })
    if (raised) {
      const { illustrative } = plot
      const confirmedUntil = confirmedUntilFrom('plot', 'readiness', t.today)
      await putRung(t, plot.id, { rung, reachedOn: t.today, source, confirmedUntil, evidenceId: null, illustrative })
      const fact = { key: 'readiness', value: rung, source, confirmedUntil, illustrative }
      const put = await putFact(t, { kind: 'plot', id: plot.id }, plot.facts[0] ?? null, fact)
      if (!put.ok) return put
    }
    await t.audit({
      act: 'plot.lease',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: plot.code, commercial: { from: plot.commercial, to: 'leased' }, readiness: rung, source },
    })
  }
  return ok(true)
}

/** What the hold kept of each source is committed, from the day it is needed; the hold's own part ends here. */
async function commitCapacity(t: Transaction, hold: HoldRow, reason: string) {
  await t.db.holdCapacity.updateMany({ where: { holdId: hold.id }, data: { untilInstant: t.now } })
  const nodeIds = hold.capacities.map(({ nodeId }) => nodeId)
  await t.db.$queryRaw`SELECT id FROM "UtilityNode" WHERE id = ANY(${nodeIds}::uuid[]) ORDER BY id FOR UPDATE`
  const nodes = await t.db.utilityNode.findMany({
    where: { id: { in: nodeIds } },
    select: { id: true, illustrative: true },
  })
  await t.db.capacityEntry.createMany({
    data: hold.capacities.map(({ nodeId, amount, neededOn, fromInstant }) => ({
      nodeId,
      amount,
      kind: 'committed',
      fromDay: neededOn ?? dayToDate(dayInVietnam(fromInstant)),
      reason,
      source: reason,
      illustrative: nodes.some(({ id, illustrative }) => id === nodeId && illustrative),
      createdAt: t.now,
    })),
  })
  const short = await shortNode(t, nodeIds)
  if (short) return refuse('capacity-exceeded', short)
  return ok(hold.capacities.map(({ amount, node }) => ({ kind: node.kind, amount })))
}
