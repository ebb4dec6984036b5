import { type Actor, deputyOf, hasRole } from '~/domain/party/permission'
import type { Prisma } from './prisma/client'

interface Recorded {
  subject: { kind: string; id: string }
  caseId?: string
}

type Owned = { organizationId: string } | null

const OWNER_OF: Record<string, (tx: Prisma.TransactionClient, id: string) => Promise<Owned>> = {
  organization: async (_tx, id) => ({ organizationId: id }),
  interest: (tx, id) => tx.interest.findUnique({ where: { id }, select: { organizationId: true } }),
  need: (tx, id) => tx.need.findUnique({ where: { id }, select: { organizationId: true } }),
}

/**
 * The organisation an agent acts for by what is recorded: that of the case, else of the thing itself. Null for
 * everybody who acts for themselves, and asked of the database for agents alone.
 */
export async function onBehalfOf(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { subject, caseId }: Recorded,
): Promise<{ id: string; name: string } | null> {
  const mandates = actor.organizations.filter(({ mandate }) => mandate !== undefined)
  if (mandates.length === 0) return null
  const owned = caseId
    ? await tx.caseFile.findUnique({ where: { id: caseId }, select: { organizationId: true } })
    : ((await OWNER_OF[subject.kind]?.(tx, subject.id)) ?? null)
  const organization = mandates.find(({ id }) => id === owned?.organizationId)
  return organization ? { id: organization.id, name: organization.name } : null
}

/** Whose officer's work a deputy did on a case; null for everybody else, and for a head, who acts as the head. */
export async function deputizedFor(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { caseId }: Recorded,
): Promise<string | null> {
  if (!caseId || !actor.deputyFor?.length || hasRole(actor, 'head')) return null
  const row = await tx.caseFile.findUnique({ where: { id: caseId }, select: { officerId: true } })
  return deputyOf(actor, row?.officerId)?.fullName ?? null
}

/** The name of the organisation an entry says its actor was an agent of. */
export function behalfIn(body: unknown): string | null {
  const behalf = typeof body === 'object' && body !== null ? (body as { onBehalfOf?: unknown }).onBehalfOf : null
  const name = typeof behalf === 'object' && behalf !== null ? (behalf as { name?: unknown }).name : null
  return typeof name === 'string' ? name : null
}
