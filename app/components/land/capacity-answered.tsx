import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { StatusTag } from '~/components/kit/status-tag'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { type AnsweredFor, FactSource } from './fact-value'
import { StaleFact } from './stale-fact'

interface CapacityAnsweredProps {
  answered: {
    fact: (AnsweredFor & { id: string }) | null
    usualUntil: string
  }
  mayWrite: boolean
  answer: FormAnswer | undefined
}

/** Who answers for what remains at the sources of a zone and until when, and the form to say it anew. */
export function CapacityAnswered({ answered, mayWrite, answer }: CapacityAnsweredProps) {
  const { t } = useTranslation(['capacity', 'facts', 'land'])
  const { day } = useFormat()
  const { fact, usualUntil } = answered
  const labels = { source: t('facts:keeper.source'), confirmedUntil: t('facts:keeper.confirmedUntil') }
  return (
    <Card title={t('answered.title')} id="answered">
      <p className="max-w-prose text-sm text-ink-soft">{t('answered.text')}</p>
      <p className="mt-2">
        {fact?.confirmedUntil ? (
          <>
            {fact.stale ? (
              <StatusTag tone="amber">{t('land:stale.until', { day: day(fact.confirmedUntil) })}</StatusTag>
            ) : (
              t('answered.until', { day: day(fact.confirmedUntil) })
            )}{' '}
            <FactSource fact={fact} />
          </>
        ) : (
          t('answered.nobody')
        )}
      </p>
      <StaleFact answer={answer} labels={labels} />
      {mayWrite ? (
        <Form
          answer={answer}
          labels={labels}
          defaults={{ source: fact?.source ?? '', confirmedUntil: '' }}
          className="mt-3"
        >
          <GuardField name="seenId" value={fact?.id ?? ''} answer={answer} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="source" label={labels.source} hint={t('facts:keeper.sourceHint')} maxLength={300} />
            <DayField
              name="confirmedUntil"
              label={labels.confirmedUntil}
              hint={t('answered.untilHint', { day: day(usualUntil) })}
              required={false}
            />
          </div>
          <div className="actions mt-4">
            <Button>{t('answered.send')}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}
