import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AgentText } from '~/components/case/agent-text'
import { AppealCards } from '~/components/case/appeal-cards'
import { CaseAsks } from '~/components/case/case-asks'
import { CaseEnded } from '~/components/case/case-ended'
import { CaseLine } from '~/components/case/case-line'
import { CaseStateTag } from '~/components/case/case-state-tag'
import { ConditionsCard } from '~/components/case/conditions-card'
import { MatchEvidence } from '~/components/case/match-evidence'
import { MessagesCard } from '~/components/case/messages-card'
import { MyDeveloper } from '~/components/case/my-developer'
import { MyHold } from '~/components/case/my-hold'
import { MyPlace } from '~/components/case/my-place'
import { PaperCards } from '~/components/case/paper-cards'
import { ProjectFacts } from '~/components/case/project-facts'
import { SupplementHistory } from '~/components/case/supplement-history'
import { TimeLedger } from '~/components/case/time-ledger'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { RetiredPlots } from '~/components/land/retired-notice'
import { Roadmap } from '~/components/procedure/roadmap'
import { isOpen } from '~/domain/case/state'
import { dayInVietnam } from '~/domain/time/day'
import { orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { caseAppeal } from '~/queries/case/appeal.server'
import { caseEnding } from '~/queries/case/case-ending.server'
import { holdOfCase } from '~/queries/case/case-hold.server'
import { myPlace } from '~/queries/case/case-line.server'
import { lastMessages } from '~/queries/case/case-messages.server'
import { conditionsFor } from '~/queries/case/conditions.server'
import { developerOfCase } from '~/queries/case/developer-desk.server'
import { matchEvidence } from '~/queries/case/match-evidence.server'
import { myCase } from '~/queries/case/my-case.server'
import { caseRoadmap } from '~/queries/procedure/case-roadmap.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.read')
  const { id, ...page } = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  return {
    meta: pageMeta(visit.lang, 'case', 'my'),
    page,
    evidence: await matchEvidence(id, visit.lang),
    appeal: await caseAppeal(visit.ctx, id),
    ending: isOpen(page.state) ? null : await caseEnding(id),
    messages: orThrow(await lastMessages(visit.ctx, page.number)),
    held: await holdOfCase(visit.ctx, page.number),
    developer: await developerOfCase(visit.ctx, page.number),
    place: orThrow(await myPlace(visit.ctx, page.number)),
    conditions: await conditionsFor(visit.ctx, page.number, 'hand_in'),
    roadmap: page.hasRoadmap ? await caseRoadmap(id, dayInVietnam(visit.now)) : null,
    sent: new URL(args.request.url).searchParams.has('sent'),
  }
}

export default function MyCase() {
  const { page, evidence, appeal, developer, ending, held, conditions, messages, place, roadmap, sent } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { t: ofInterest } = useTranslation('interest')
  const { t: ofOpportunity } = useTranslation('opportunity')
  const { t: ofOrganization } = useTranslation('organization')
  const { t: ofProcedure } = useTranslation('procedure')
  const { instant } = useFormat()
  const href = useHref()
  const open = isOpen(page.state)
  return (
    <div className="grid items-start gap-x-7 gap-y-5 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid gap-6">
        <header>
          <p className="no-print mb-1 text-sm">
            <Link to={href('/my')}>← {t('my.home.title')}</Link>
          </p>
          <p className="text-sm text-ink-soft">
            {t('my.head', { number: page.number, day: instant(page.submittedAt), position: page.position })}{' '}
            <Link to={href(`/receipts/${page.number}`)}>{t('my.checkChain')}</Link>
            {' · '}
            <a href={href(`/my/cases/${page.number}/receipt`)}>{t('my.receiptPdf')}</a>
          </p>
          <h1 className="mt-1 mb-2">
            {page.project}, {page.land}
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <CaseStateTag state={page.state} />
            {page.illustrative ? <StatusTag tone="neutral">{ofInterest('illustrative')}</StatusTag> : null}
            {page.role === 'developer' ? <span>{ofOpportunity('case.developer')}</span> : null}
            <Link to={href(`/zones/${page.zone.code}`)}>{page.zone.name}</Link>
            <span className="text-sm text-ink-soft">
              {page.organizationName}
              {page.agent ? (
                <>
                  {' · '}
                  {ofOrganization('agent.by')} <AgentText agent={{ ...page.agent, documentId: null }} />
                </>
              ) : null}
            </span>
            {page.officialCode ? (
              <span className="text-sm text-ink-soft">{t('my.official', { code: page.officialCode })}</span>
            ) : null}
          </p>
        </header>
        <RetiredPlots retired={page.retired} to={(code) => href(`/plots/${code}`)} />
        <CaseAsks page={page} sent={sent} />
        {ending ? <CaseEnded state={page.state} ending={ending} /> : null}
        <AppealCards number={page.number} appeal={appeal} area="my" />
        <MessagesCard own={`/my/cases/${page.number}`} thread={messages} />
        <section>
          <h2>{t('my.line')}</h2>
          <CaseLine milestones={page.milestones} mine />
        </section>
        {roadmap ? (
          <section>
            <h2>{ofProcedure('roadmap.title')}</h2>
            <Roadmap roadmap={roadmap} />
          </section>
        ) : null}
        <SupplementHistory supplements={page.answered} />
        <ProjectFacts form={page.form} />
        <MatchEvidence evidence={evidence} mine />
      </div>
      <aside className="grid gap-4">
        {page.time ? (
          <TimeLedger
            time={page.time}
            limitWorkingDays={page.limitWorkingDays}
            daysOff={page.daysOff}
            open={open && page.state !== 'approved' && page.state !== 'in_fulfilment'}
          />
        ) : null}
        <ConditionsCard number={page.number} conditions={conditions} side="my" />
        {held ? <MyHold number={page.number} held={held} /> : null}
        <MyPlace page={place} />
        <MyDeveloper request={developer} />
        <PaperCards documents={page.documents} letters={page.letters} />
        {page.mayWithdraw ? (
          <p className="no-print">
            <Link to={href(`/my/cases/${page.number}/withdraw`)}>{t('my.withdraw')}</Link>
          </p>
        ) : null}
      </aside>
    </div>
  )
}
