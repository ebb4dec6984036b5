import type { ReactNode } from 'react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { StaleForm, type StaleFormProps } from '~/components/kit/stale-form'
import { useHref } from '~/components/kit/use-lang'
import { isLetterAction, type OfficeAction } from '~/domain/case/office-action'
import type { RefusalCode } from '~/domain/refusal'
import { parseDay } from '~/domain/time/day'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { CaseHead, type CaseHeadData } from './case-head'
import { useFieldLabels } from './field-labels'
import { useActWord } from './history-words'
import { LetterCodeField, PreviewButton } from './letter-fields'

interface CaseFormPageProps {
  action: OfficeAction | 'note'
  head: CaseHeadData
  whyNot?: RefusalCode | null
  answer: FormAnswer | undefined
  labels?: Readonly<Record<string, string>>
  /** A value of a field in words, where it is told that somebody was faster. */
  say?: StaleFormProps['say']
  /** Shown beside the form: what the person should see before deciding. */
  aside?: ReactNode
  children?: ReactNode
}

/** A form about one case: what it does, what changed meanwhile, the fields, and why it cannot be sent. */
export function CaseFormPage({ action, head, whyNot, answer, labels, say, aside, children }: CaseFormPageProps) {
  const { t } = useTranslation(['case', 'common'])
  const href = useHref()
  const named = { ...useFieldLabels(), ...labels }
  const letterAction = isLetterAction(action) ? action : null
  const danger = action === 'refuse' || action === 'decline' || action === 'return' || action === 'lapse'
  return (
    <>
      <CaseHead head={head} title={t(`office.action.${action}`)} />
      <div
        className={
          aside ? 'grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : 'max-w-3xl'
        }
      >
        <div className="card">
          <p className="mb-4 text-ink-soft">{t(`office.help.${action}`)}</p>
          <Conflict answer={answer} labels={named} say={say} />
          <Form answer={withoutTold(answer)} labels={named}>
            <GuardField value={head.version} answer={answer} />
            <div className="grid gap-4">
              {children}
              {letterAction ? <LetterCodeField /> : null}
            </div>
            <div className="actions mt-4">
              <Button kind={danger ? 'danger' : 'main'} whyNot={whyNot ? <WhyNot code={whyNot} /> : null}>
                {t(`office.form.confirm.${action}`)}
              </Button>
              {letterAction ? (
                <PreviewButton number={head.number} action={letterAction} whyNot={Boolean(whyNot)} />
              ) : null}
              <ButtonLink kind="quiet" to={href(`/office/cases/${head.number}`)}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </div>
        {aside ? <div className="grid content-start gap-4">{aside}</div> : null}
      </div>
    </>
  )
}

/** The conflict told above is not told again in the summary. */
export const withoutTold = (answer: FormAnswer | undefined): FormAnswer | undefined =>
  answer && { ...answer, errors: answer.errors.filter(({ code, values }) => code !== 'conflict' || !values?.at) }

function WhyNot({ code }: { code: RefusalCode }) {
  const { t } = useTranslation('case')
  if (code === 'countersign-waits') return t('office.whyNot.countersign-waits')
  if (code === 'not-yet-due') return t('office.whyNot.not-yet-due')
  if (code === 'consultation-open') return t('office.whyNot.consultation-open')
  if (code === 'not-delegated') return t('office.whyNot.not-delegated')
  if (code === 'signed-first') return t('office.whyNot.signed-first')
  if (code === 'proposer-signs' || code === 'reviewer-signs')
    return t(`office.whyNot.${code}`, { who: t('office.who.director') })
  return t('office.cannotNow')
}

type ConflictProps = Pick<StaleFormProps, 'answer' | 'labels' | 'say'>

/** Who changed the case while the form was being filled in, to what, and where the form differs from it. */
export function Conflict({ answer, labels, say }: ConflictProps) {
  const { t, i18n } = useTranslation(['case', 'documents', 'casework'])
  const { day } = useFormat()
  const actWord = useActWord()
  const known = (key: string, namespace: 'case' | 'documents' | 'casework', fallback: string): string =>
    i18n.exists(key, { ns: namespace }) ? (t as (key: string) => string)(`${namespace}:${key}`) : fallback
  const word = (field: string, value: string) => {
    if (field === 'outcome') return known(`office.case.outcome.${value}`, 'case', value)
    if (field === 'verdict') return known(`office.case.review.${value}`, 'case', value)
    if (field.startsWith('answer'))
      return known(`check.triage.${value}`, 'casework', known(`check.paper.${value}`, 'casework', value))
    if (field.startsWith('type')) return known(`supplement.type.${value}`, 'casework', value)
    if (parseDay(value).ok) return day(value)
    return field === 'reason' ? known(`reason.${value}`, 'documents', value) : undefined
  }
  return (
    <StaleForm
      answer={answer}
      title={t('office.conflict.title')}
      text={({ by, act, at, state }) =>
        t('office.conflict.text', {
          by: by || t('office.case.erased'),
          act: actWord(act),
          at,
          state: known(`state.${state}`, 'case', state),
        })
      }
      then={t('office.conflict.kept')}
      labels={labels}
      say={(field, value) => say?.(field, value) ?? word(field, value)}
    />
  )
}
