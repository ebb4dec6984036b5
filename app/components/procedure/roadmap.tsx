import { Link } from '@remix-run/react'
import { Details } from '~/components/kit/details'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { MilestoneLine } from '~/components/kit/milestone-line'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref, useLang } from '~/components/kit/use-lang'
import type { CaseRoadmap, StepView } from '~/domain/procedure/step-view'
import { textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { DossierList } from './dossier-list'
import { LimitText } from './limit-text'
import { SourcedText } from './sourced-text'
import { StepHolder, StepTag, StepWhen } from './step-when'

interface RoadmapProps {
  roadmap: CaseRoadmap | null
  /** Where a step is recorded: given to those who may. */
  stepLinks?: boolean
}

function StepNote({ step }: { step: StepView }) {
  const { t } = useTranslation('procedure')
  const href = useHref()
  const lang = useLang()
  return (
    <>
      {step.holder ? (
        <p className="font-semibold text-ink">
          <StepHolder step={step} />
        </p>
      ) : (
        <p>
          <SourcedText text={step.agency} mark={false} />
        </p>
      )}
      {step.stage === 'next' && step.waitsFor.length > 0 ? (
        <p>
          {t('step.waitsFor')}: {step.waitsFor.map((other) => textIn(other.name, lang)).join(' · ')}
        </p>
      ) : null}
      {step.note ? <p className="whitespace-pre-line text-ink">“{step.note}”</p> : null}
      {step.resultFile ? (
        <p>
          <a href={href(`/files/${step.resultFile.id}`)}>{step.resultFile.fileName}</a>
        </p>
      ) : null}
      {step.stage === 'done' ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <LimitText limit={step.limit} assumed={step.limit?.assumed} />
          {step.versionToConfirm ? <StatusTag tone="amber">{t('step.versionToConfirm')}</StatusTag> : null}
          <span lang="vi">{step.legalBasis}</span>
        </div>
      )}
      {step.stage !== 'done' && step.dossier.length > 0 ? (
        <details className="no-print">
          <summary>
            {t('roadmap.dossier')} ({step.dossier.length})
          </summary>
          <DossierList dossier={step.dossier} />
        </details>
      ) : null}
    </>
  )
}

function StepLine({ steps, stepLinks }: { steps: readonly StepView[]; stepLinks: boolean }) {
  const href = useHref()
  const lang = useLang()
  return (
    <MilestoneLine
      milestones={steps.map((step) => ({
        key: step.id,
        state: step.stage,
        title: (
          <>
            <Link to={href(stepLinks ? `/office/steps/${step.id}` : `/procedures/${step.code}`)}>
              {textIn(step.name, lang)}
            </Link>{' '}
            <StepTag step={step} />
          </>
        ),
        when: <StepWhen step={step} />,
        note: <StepNote step={step} />,
      }))}
    />
  )
}

/** The procedures of an approved case as a line of milestones: done, now with who has it until when, next. */
export function Roadmap({ roadmap, stepLinks = false }: RoadmapProps) {
  const { t } = useTranslation('procedure')
  const { day } = useFormat()
  if (!roadmap) return <Empty title={t('roadmap.none')}>{t('roadmap.noneText')}</Empty>
  const optional = roadmap.steps.filter((step) => step.optional)
  const firm = roadmap.steps.filter((step) => !step.optional)
  const open = roadmap.steps.some((step) => step.stage !== 'done' && (!step.plannedStart || !step.plannedEnd))
  return (
    <div className="grid gap-5">
      <p className="text-ink-soft">
        {roadmap.trackName ? <SourcedText text={roadmap.trackName} mark={false} /> : null} ·{' '}
        {t('roadmap.progress', { done: roadmap.done, total: roadmap.steps.length })} ·{' '}
        {t('roadmap.from', { day: day(roadmap.startDay) })}
      </p>
      {open ? <p className="text-sm text-ink-soft">{t('flag.beyond-calendar')}</p> : null}
      {roadmap.steps.some((step) => step.versionToConfirm) ? (
        <p className="text-sm text-ink-soft">{t('flag.version-to-confirm')}</p>
      ) : null}
      <StepLine steps={firm} stepLinks={stepLinks} />
      {optional.length > 0 ? (
        <Details
          summary={t('roadmap.optional', { count: optional.length })}
          open={optional.some((s) => s.stage === 'now')}
        >
          <StepLine steps={optional} stepLinks={stepLinks} />
        </Details>
      ) : null}
    </div>
  )
}
