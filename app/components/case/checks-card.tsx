import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useLang } from '~/components/kit/use-lang'
import type { PaperAnswer, TriageAnswer, TriageKey } from '~/domain/case/checklist'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

interface ChecksCardProps {
  checks: {
    papers: { key: string; label: Text; required: boolean; answer: string; note: string | null }[]
    papersBy: string | null
    papersAt: string | null
    triage: { key: TriageKey; answer: string | null; note: string | null }[]
    triageBy: string | null
    triageAt: string | null
  }
}

const PAPER_TONES = { present: 'pine', missing: 'brick', not_needed: 'sky' } as const

/** What intake found of the papers and the officer of the case, as answered last. */
export function ChecksCard({ checks }: ChecksCardProps) {
  const { t } = useTranslation('casework')
  const { t: ofCase } = useTranslation('case')
  const lang = useLang()
  const { instant } = useFormat()
  const signed = (by: string | null, at: string | null) =>
    at ? <small>{ofCase('office.case.byAt', { by: by ?? ofCase('office.case.erased'), at: instant(at) })}</small> : null
  return (
    <>
      {checks.triage.length > 0 ? (
        <Card title={t('check.triageTitle')} aside={signed(checks.triageBy, checks.triageAt)}>
          <TriageLines lines={checks.triage} />
        </Card>
      ) : null}
      {checks.papers.length > 0 ? (
        <Card title={t('check.papersTitle')} aside={signed(checks.papersBy, checks.papersAt)}>
          <ul className="grid gap-1 text-sm">
            {checks.papers.map(({ key, label, answer, note }) => (
              <li key={key}>
                <StatusTag tone={PAPER_TONES[answer as PaperAnswer]}>
                  {t(`check.paper.${answer as PaperAnswer}`)}
                </StatusTag>{' '}
                {textIn(label, lang)}
                {note ? <span className="text-ink-soft"> · {note}</span> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}

const TRIAGE_TONES = { met: 'pine', not_met: 'brick', not_applicable: 'sky' } as const

/** The lines of a triage that need reading first: what is not met, then the rest in one sentence. */
export function TriageLines({
  lines,
}: {
  lines: readonly { key: TriageKey; answer: string | null; note: string | null }[]
}) {
  const { t } = useTranslation('casework')
  const told = lines.filter(({ answer }) => answer !== 'met')
  const met = lines.filter(({ answer }) => answer === 'met')
  return (
    <ul className="grid gap-1 text-sm">
      {told.map(({ key, answer, note }) => (
        <li key={key}>
          <StatusTag tone={TRIAGE_TONES[answer as TriageAnswer]}>
            {t(`check.triage.${answer as TriageAnswer}`)}
          </StatusTag>{' '}
          {t(`check.line.${key}`)}
          {note ? <span className="text-ink-soft"> · {note}</span> : null}
        </li>
      ))}
      <li>
        <StatusTag tone="pine">{t('check.metCount', { count: met.length, of: lines.length })}</StatusTag>{' '}
        <span className="text-ink-soft">{met.map(({ key }) => t(`check.short.${key}`)).join(' · ')}</span>
      </li>
    </ul>
  )
}
