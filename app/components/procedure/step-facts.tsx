import { Link } from '@remix-run/react'
import { DaysLeft } from '~/components/kit/days-left'
import { Facts } from '~/components/kit/facts'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref, useLang } from '~/components/kit/use-lang'
import type { StepView } from '~/domain/procedure/step-view'
import { textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { LimitText } from './limit-text'
import { SourcedText } from './sourced-text'
import { StepHolder, StepWhen } from './step-when'

/** One step, line by line. */
export function StepFacts({ step }: { step: StepView }) {
  const { t } = useTranslation('procedure')
  const href = useHref()
  const lang = useLang()
  return (
    <Facts
      items={[
        { label: t('step.state'), value: t(`state.${step.state}`) },
        { label: t('step.person'), value: step.holder ? <StepHolder step={step} /> : null },
        { label: t('step.due'), value: <StepWhen step={step} /> },
        {
          label: t('list.left'),
          value: step.due ? (
            <DaysLeft
              days={step.due.remaining}
              of={step.limit?.value ?? 1}
              unit={step.limit?.unit}
              paused={step.paused}
            />
          ) : null,
        },
        {
          label: t('step.waitsFor'),
          value:
            step.stage === 'next' && step.waitsFor.length > 0
              ? step.waitsFor.map((other) => textIn(other.name, lang)).join(' · ')
              : null,
        },
        { label: t('detail.agency'), value: <SourcedText text={step.agency} /> },
        { label: t('detail.limit'), value: <LimitText limit={step.limit} assumed={step.limit?.assumed} /> },
        { label: t('detail.basis'), value: <span lang="vi">{step.legalBasis}</span> },
        { label: t('detail.result'), value: <SourcedText text={step.result} /> },
        {
          label: t('detail.version', { code: '' }),
          value: (
            <>
              <Link to={href(`/procedures/${step.code}`)}>{step.versionCode}</Link>{' '}
              {step.versionToConfirm ? <StatusTag tone="amber">{t('step.versionToConfirm')}</StatusTag> : null}
            </>
          ),
        },
        { label: t('step.said'), value: step.note },
        {
          label: t('step.resultFile'),
          value: step.resultFile ? <a href={href(`/files/${step.resultFile.id}`)}>{step.resultFile.fileName}</a> : null,
        },
      ]}
    />
  )
}
