import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AppealCards } from '~/components/case/appeal-cards'
import { CaseAssignments } from '~/components/case/case-assignments'
import { CaseHead } from '~/components/case/case-head'
import { CaseLand } from '~/components/case/case-land'
import { caseMeta } from '~/components/case/case-meta'
import { ChecksCard } from '~/components/case/checks-card'
import { ConditionsCard } from '~/components/case/conditions-card'
import { Consultations } from '~/components/case/consultations'
import { DuplicatesCard } from '~/components/case/duplicates-card'
import { Live } from '~/components/case/live'
import { MatchEvidence } from '~/components/case/match-evidence'
import { MessagesCard } from '~/components/case/messages-card'
import { OfficeActions } from '~/components/case/office-actions'
import { OfficeDeveloper } from '~/components/case/office-developer'
import { OfficeHistory } from '~/components/case/office-history'
import { OfficeHold } from '~/components/case/office-hold'
import { OfficeLine } from '~/components/case/office-line'
import { OfficeNotes } from '~/components/case/office-notes'
import { OfficeProposals } from '~/components/case/office-proposals'
import { OfficeRecord } from '~/components/case/office-record'
import { OfficeTime } from '~/components/case/office-time'
import { ClosedAllTheSame } from '~/components/case/open-conditions'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { Roadmap } from '~/components/procedure/roadmap'
import { dayInVietnam } from '~/domain/time/day'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { caseAppeal } from '~/queries/case/appeal.server'
import { caseAssignments } from '~/queries/case/case-assignments.server'
import { checksShown } from '~/queries/case/case-checks.server'
import { caseClosing } from '~/queries/case/case-ending.server'
import { lastMessages } from '~/queries/case/case-messages.server'
import { conditionsFor } from '~/queries/case/conditions.server'
import { duplicatesOfCase } from '~/queries/case/duplicates.server'
import { matchEvidence } from '~/queries/case/match-evidence.server'
import { officeCase } from '~/queries/case/office-case.server'
import { casesRevision } from '~/queries/case/revision.server'
import { caseRoadmap } from '~/queries/procedure/case-roadmap.server'

export const handle = { dense: true, scripts: true }
export const meta = caseMeta(null)

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const number = args.params.number ?? ''
  // Read first: what changes while the page is made shows as a change afterwards.
  const { revision } = await casesRevision(visit.ctx, number)
  const { caseId, ...page } = orThrow(await officeCase(visit.ctx, number))
  const evidence = await matchEvidence(caseId, visit.lang)
  const checks = await checksShown(caseId)
  const conditions = await conditionsFor(visit.ctx, page.head.number, 'accept')
  const closing = page.head.state === 'closed' ? await caseClosing(caseId) : null
  const duplicates = await duplicatesOfCase(visit.ctx, caseId)
  const appeal = await caseAppeal(visit.ctx, caseId)
  const messages = orThrow(await lastMessages(visit.ctx, page.head.number))
  const roadmap = page.decided ? await caseRoadmap(caseId, dayInVietnam(visit.now)) : null
  const assignments = await caseAssignments(caseId)
  return {
    ...page,
    revision,
    assignments,
    evidence,
    duplicates,
    appeal,
    messages,
    roadmap,
    checks,
    conditions,
    closing,
  }
}

export default function OfficeCase() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { head } = page
  const { dayLong } = useFormat()
  const href = useHref()
  return (
    <>
      <CaseHead head={head} />
      <Live revision={page.revision} number={head.number} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,5fr)]">
        <OfficeRecord page={page} />
        <div className="order-first grid grid-cols-[minmax(0,1fr)] gap-4 lg:order-none">
          <OfficeActions number={head.number} state={head.state} officer={head.officer} actions={page.actions} />
          {page.extension ? (
            <NoticeBanner tone="amber">
              {t('office.extension.asked', { day: dayLong(page.extension.day) })}.{' '}
              <Link to={href(`/office/cases/${head.number}/extension`)}>{t('office.extension.open')}</Link>
            </NoticeBanner>
          ) : null}
          <Consultations
            number={head.number}
            rows={page.consultations}
            mayExtend={page.mayConsult && head.state === 'in_consultation'}
          />
          <ConditionsCard number={head.number} conditions={page.conditions} side="office">
            <ClosedAllTheSame closing={page.closing} />
          </ConditionsCard>
          <OfficeProposals page={page} />
          <OfficeDeveloper request={page.developer} />
          <OfficeHold number={head.number} held={page.held} />
          <OfficeLine rows={page.line} />
          <ChecksCard checks={page.checks} />
          {page.roadmap ? (
            <Card title={t('office.case.roadmap')}>
              <Roadmap roadmap={page.roadmap} stepLinks />
            </Card>
          ) : null}
          <CaseLand land={page.land} />
          <AppealCards number={head.number} appeal={page.appeal} area="office" />
          <DuplicatesCard number={head.number} pairs={page.duplicates} />
          <MatchEvidence evidence={page.evidence} mine={false} />
          <MessagesCard own={`/office/cases/${head.number}`} thread={page.messages} />
          <OfficeNotes number={head.number} mayWrite={page.mayNote} notes={page.notes} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <CaseAssignments rows={page.assignments} />
          <OfficeTime ledger={page.ledger} />
          <OfficeHistory history={page.history} />
        </div>
      </div>
    </>
  )
}
