import { hasRole, may, OFFICE_ROLES } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

export interface KeptFile {
  storageKey: string
  fileName: string
  mediaType: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readsCase = async (ctx: Ctx, number: string): Promise<boolean> => {
  const record = await findCase(number)
  return record !== null && may(ctx.actor, 'case.read', thingOf(record)).ok
}

/** A document for those who may see its case, its draft, the plot it is evidence of, or what was delegated by it. Everybody else is told `not-found`. */
export async function keptFile(ctx: Ctx, id: string): Promise<Verdict<KeptFile>> {
  const document = UUID.test(id)
    ? await db().document.findUnique({
        where: { id },
        include: {
          case: { select: { number: true } },
          interest: { select: { organizationId: true } },
          uses: { select: { case: { select: { number: true } } } },
          mandates: {
            select: { personId: true, interests: { select: { case: { select: { number: true } } } } },
          },
          plot: { include: { zone: { select: { publication: true } } } },
          delegation: { select: { id: true } },
          readinessRecords: { where: { supersededAt: null }, select: { id: true } },
        },
      })
    : null
  if (!document) return refuse('not-found')
  const officeOnly = document.visibility === 'office'
  if (officeOnly && !hasRole(ctx.actor, ...OFFICE_ROLES, 'auditor')) return refuse('not-found')
  if (document.delegation) return may(ctx.actor, 'delegation.read').ok ? ok(document) : refuse('not-found')
  if (document.plot) return seesEvidence(ctx, { ...document, plot: document.plot }) ? ok(document) : refuse('not-found')
  const { organizationId } = document
  if (organizationId) return (await seesKept(ctx, { ...document, organizationId })) ? ok(document) : refuse('not-found')
  const seen = document.case
    ? await readsCase(ctx, document.case.number)
    : document.interest !== null &&
      may(ctx.actor, 'interest.read', { organizationId: document.interest.organizationId }).ok
  return seen ? ok(document) : refuse('not-found')
}

interface KeptByOrganization {
  kind: string
  organizationId: string
  uses: { case: { number: string } | null }[]
  mandates: { personId: string; interests: { case: { number: string } | null }[] }[]
}

/**
 * What an organisation keeps: to its members, a mandate to its owners and the agent alone; to whoever reads a case it
 * was used in.
 */
async function seesKept(ctx: Ctx, document: KeptByOrganization): Promise<boolean> {
  const { organizationId, uses, mandates } = document
  const own = mandates.some(({ personId }) => personId === ctx.actor.personId)
  const act = document.kind === 'mandate' && !own ? 'organization.manage' : 'organization.read'
  if (may(ctx.actor, act, { organizationId }).ok) return true
  // A member who may not read a mandate does not read it by way of the case either.
  if (may(ctx.actor, 'organization.read', { organizationId }).ok) return false
  const used = [...uses, ...mandates.flatMap(({ interests }) => interests)]
  for (const number of new Set(used.flatMap((one) => one.case?.number ?? []))) {
    if (await readsCase(ctx, number)) return true
  }
  return false
}

interface Evidence {
  visibility: string
  plot: { zoneId: string; publication: string; zone: { publication: string } }
  readinessRecords: unknown[]
}

/**
 * Evidence of a plot's readiness: to whoever reads the drafts of its zone; to everybody where it is public, the plot
 * is published, and a record in force rests on it.
 */
function seesEvidence(ctx: Ctx, { visibility, plot, readinessRecords }: Evidence): boolean {
  if (may(ctx.actor, 'land.read_draft', { zoneId: plot.zoneId }).ok) return true
  const published = plot.publication === 'published' && plot.zone.publication === 'published'
  return visibility === 'public' && published && readinessRecords.length > 0
}

/** A letter for those who may see its case. Everybody else is told `not-found`. */
export async function keptLetter(ctx: Ctx, id: string): Promise<Verdict<KeptFile>> {
  const letter = UUID.test(id)
    ? await db().letter.findUnique({ where: { id }, include: { case: { select: { number: true } } } })
    : null
  if (!letter || !(await readsCase(ctx, letter.case.number))) return refuse('not-found')
  return ok({
    storageKey: letter.storageKey,
    fileName: `${letter.case.number}-${letter.kind}.pdf`,
    mediaType: 'application/pdf',
  })
}
