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

/** A document for those who may see its case, or its draft. Everybody else is told `not-found`. */
export async function keptFile(ctx: Ctx, id: string): Promise<Verdict<KeptFile>> {
  const document = UUID.test(id)
    ? await db().document.findUnique({
        where: { id },
        include: { case: { select: { number: true } }, interest: { select: { organizationId: true } } },
      })
    : null
  if (!document) return refuse('not-found')
  const officeOnly = document.visibility === 'office'
  if (officeOnly && !hasRole(ctx.actor, ...OFFICE_ROLES, 'auditor')) return refuse('not-found')
  const seen = document.case
    ? await readsCase(ctx, document.case.number)
    : document.interest !== null &&
      may(ctx.actor, 'interest.read', { organizationId: document.interest.organizationId }).ok
  return seen ? ok(document) : refuse('not-found')
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
