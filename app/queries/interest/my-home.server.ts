import type { MilestoneRole } from '~/domain/case/milestones'
import { type CaseState, isOpen } from '~/domain/case/state'
import type { InterestDraft } from '~/domain/interest/draft'
import type { MemberRole } from '~/domain/party/permission'
import { type Text, textIn } from '~/domain/text'
import type { Clock } from '~/domain/time/clock'
import { dueOf } from '~/domain/time/clock'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { clockOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { calendar } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'
import { ASKED, asksOf, byDay, type MyAsk } from './my-asks.server'

export interface MyCase {
  number: string
  project: string
  land: string
  organizationName: string
  state: CaseState
  submittedDay: Day
  /** Who has it now; null once it ended. */
  holder: MilestoneRole | null
  /** The day the holder is to be done; null where there is none. */
  until: Day | null
  projected: boolean
}

export interface MyHome {
  organizations: { id: string; name: string; role: MemberRole }[]
  emailConfirmed: boolean
  drafts: { id: string; project: string | null; land: string; organizationName: string; updatedAt: string }[]
  /** What waits for the person, over all cases. */
  asks: MyAsk[]
  cases: MyCase[]
}

const MOST = 200

/** What the person's organisations have with the office: drafts, cases, and what is asked of them. */
export async function myHome(ctx: Ctx): Promise<MyHome> {
  const organizationId = { in: ctx.actor.organizations.map(({ id }) => id) }
  const land = { zone: { select: { nameText: true } }, plots: { select: { plot: { select: { code: true } } } } }
  const organization = { select: { name: true } }
  const [drafts, cases, days] = await Promise.all([
    db().interest.findMany({
      where: { organizationId, state: 'draft' },
      include: { ...land, organization },
      orderBy: { updatedAt: 'desc' },
      take: MOST,
    }),
    db().caseFile.findMany({
      where: { organizationId },
      include: {
        organization,
        interest: { include: land },
        clocks: { where: { rule: 'CM-01' }, include: { segments: { orderBy: { position: 'asc' } } } },
        ...ASKED,
      },
      orderBy: { submittedAt: 'desc' },
      take: MOST,
    }),
    calendar(),
  ])
  const { lang } = ctx.actor
  const landOf = (interest: { zone: { nameText: unknown }; plots: { plot: { code: string } }[] }) =>
    interest.plots.map(({ plot }) => plot.code).join(' + ') || textIn(interest.zone.nameText as Text, lang)
  const projectOf = (row: (typeof cases)[number]) =>
    (row.interest.form as Partial<InterestDraft>).projectName ?? row.number
  const today = dayInVietnam(ctx.now)
  const timeOf = (row: (typeof cases)[number]): Pick<MyCase, 'holder' | 'until' | 'projected'> => {
    const state = row.state as CaseState
    if (!isOpen(state)) return { holder: null, until: null, projected: false }
    if (state === 'submitted') return { holder: 'intake', until: toDay(row.intakeDueDay), projected: false }
    const open = row.supplements[0]
    if (open) return { holder: 'applicant', until: toDay(open.dueDay), projected: false }
    const clock: Clock | null = row.clocks[0] ? clockOf(row.clocks[0]) : null
    const running = clock?.segments.findLast((segment) => segment.to === null)
    if (!clock || !running) return { holder: 'officer', until: null, projected: false }
    const due = dueOf(days, clock, today)
    return {
      holder: running.holder as MilestoneRole,
      until: due.ok ? due.value.due : null,
      projected: due.ok && due.value.projected,
    }
  }
  return {
    organizations: ctx.actor.organizations.map(({ id, name, role }) => ({ id, name, role })),
    emailConfirmed: ctx.actor.emailConfirmed,
    drafts: drafts.map((draft) => ({
      id: draft.id,
      project: (draft.form as Partial<InterestDraft>).projectName ?? null,
      land: landOf(draft),
      organizationName: draft.organization.name,
      updatedAt: draft.updatedAt.toISOString(),
    })),
    asks: cases.flatMap((row) => asksOf(row, projectOf(row), ctx.now)).sort(byDay),
    cases: cases.map((row) => ({
      number: row.number,
      project: projectOf(row),
      land: landOf(row.interest),
      organizationName: row.organization.name,
      state: row.state as CaseState,
      submittedDay: dayInVietnam(row.submittedAt),
      ...timeOf(row),
    })),
  }
}
