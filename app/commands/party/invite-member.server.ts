import { mail } from '~/documents/notice/mail'
import { memberRoleName } from '~/documents/notice/role-name'
import { checkMandate, INVITATION_DAYS, joins, type MandateTerms } from '~/domain/party/membership'
import { type MemberRole, may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { documentOf, type KeptUpload, withUploads } from '~/infra/kept-uploads.server'
import { makeToken } from '~/infra/session.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { lockedMembers, mayStill } from './membership-rows.server'
import { linkTo } from './one-time-token.server'

const DAY_MS = 24 * 3_600_000

interface Invited {
  organizationId: string
  email: string
  lang: Lang
  role: MemberRole
  /** Asked of an agent. */
  mandate: MandateTerms | null
  uploads: Upload[]
}

/**
 * Invites somebody to an organisation by mail; an earlier invitation of the same address ends. An agent is invited with
 * its mandate: the paper, its days, what it is for. Gives the invitation's id. Refuses `not-found`, `not-allowed`,
 * `file-missing` without a mandate's paper, what `checkMandate` refuses, `already-member`.
 */
export async function inviteMember(ctx: Ctx, input: Invited): Promise<Verdict<string>> {
  const { organizationId, role, mandate } = input
  const allowed = may(ctx.actor, 'organization.manage', { organizationId })
  if (!allowed.ok) return allowed
  const papers = role === 'agent' ? input.uploads.slice(0, 1) : []
  if (role === 'agent' && papers.length === 0) return refuse('file-missing', undefined, 'files')
  return withUploads(`organizations/${organizationId}`, papers, ([paper]) =>
    transact(ctx, async (t) => {
      const members = await lockedMembers(t, organizationId)
      const still = mayStill(t, members, 'organization.manage', organizationId)
      if (!still.ok) return still
      const terms = role === 'agent' ? mandate : null
      if (terms) {
        const days = checkMandate(terms, t.today)
        if (!days.ok) return days
      }
      const known = await t.db.person.findUnique({ where: { email: input.email }, select: { id: true } })
      const free = joins(members, known?.id ?? '', terms ?? { fromDay: t.today, untilDay: null })
      if (!free.ok) return free
      return writeInvitation(t, input, terms, paper)
    }),
  )
}

async function writeInvitation(
  t: Transaction,
  { organizationId, email, lang, role }: Invited,
  terms: MandateTerms | null,
  paper: KeptUpload | undefined,
): Promise<Verdict<string>> {
  await t.db.memberInvitation.updateMany({
    where: { organizationId, email, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: t.now },
  })
  const document = paper
    ? await t.db.document.create({
        data: {
          ...documentOf(paper),
          organizationId,
          kind: 'mandate',
          validUntil: terms && dayToDate(terms.untilDay),
          uploadedById: t.actor.personId,
          createdAt: t.now,
        },
      })
    : null
  const { token, tokenHash } = makeToken()
  const invitation = await t.db.memberInvitation.create({
    data: {
      organizationId,
      email,
      lang,
      role,
      tokenHash,
      fromDay: terms && dayToDate(terms.fromDay),
      untilDay: terms && dayToDate(terms.untilDay),
      mandateScope: terms?.scope,
      mandateDocumentId: document?.id,
      invitedById: t.actor.personId ?? '',
      expiresAt: new Date(t.now.getTime() + INVITATION_DAYS * DAY_MS),
      createdAt: t.now,
    },
    include: { organization: true },
  })
  await t.audit({
    act: 'organization.invite_member',
    subject: { kind: 'organization', id: organizationId },
    detail: { invitationId: invitation.id, email, role, ...terms, sha256: paper?.sha256 ?? null },
  })
  const words = mail(
    'member_invitation',
    {
      name: email,
      link: linkTo(lang, `join/${token}`),
      by: t.actor.fullName,
      organization: invitation.organization.name,
      role: memberRoleName(role, lang),
      validDays: INVITATION_DAYS,
    },
    lang,
  )
  await t.mail({ kind: 'member_invitation', to: { email }, lang, ...words })
  return ok(invitation.id)
}
