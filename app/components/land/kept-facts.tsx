import { Link, useLocation } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { Details } from '~/components/kit/details'
import { SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import type { FactAge, FactKey, FactSubject } from '~/domain/land/fact'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { ConfirmFactForm } from './confirm-fact-form'
import { FactPeriods } from './fact-history'
import { FactLeaves } from './fact-leaves'
import { FactSource, FactValue, useFactWord } from './fact-value'
import { StaleFact } from './stale-fact'
import { useChangedHref } from './use-changed-href'

interface Figure {
  id: string
  key: string
  value: unknown
  source: string
  confirmedBy: string
  confirmedOn: string
  confirmedUntil: string | null
  validFrom: string
  supersededOn: string | null
  illustrative: boolean
}

interface KeptFactsProps {
  kind: FactSubject
  subject: {
    code: string
    published: boolean
    mayWrite: boolean
    figures: (Figure & {
      age: FactAge
      stale: boolean
      leavesOn: string | null
      daysLeft: number | null
      stillTrueUntil: string
    })[]
    history: Figure[]
    choices: { key: FactKey; seenId: string | null; value: string; source: string; until: string }[]
  }
  /** Which figure the form changes. */
  chosen: FactKey | null
  answer: FormAnswer | undefined
}

/** The figures of a plot or zone for whoever keeps it: those in force, what is true now, what was said before. */
export function KeptFacts({ kind, subject, chosen, answer }: KeptFactsProps) {
  const { t } = useTranslation(['facts', 'land'])
  const { pathname } = useLocation()
  const word = useFactWord()
  const { day } = useFormat()
  const changedHref = useChangedHref()
  const { code, published, mayWrite } = subject
  return (
    <div className="grid gap-4">
      <Card title={t('keeper.figures')}>
        {subject.figures.length === 0 ? (
          <p className="text-ink-soft">{t('keeper.none')}</p>
        ) : (
          <Table
            plain
            caption={t('keeper.figures')}
            captionHidden
            rows={subject.figures}
            rowKey={(row) => row.id}
            columns={[
              { key: 'figure', label: t('keeper.figure'), cell: (row) => word(row.key) },
              {
                key: 'value',
                label: t('history.value'),
                cell: (row) => <FactValue factKey={row.key} value={row.value} />,
              },
              {
                key: 'until',
                label: t('keeper.until'),
                cell: (row) => {
                  if (row.confirmedUntil === null) return t('land:facts.noEnd')
                  const until = day(row.confirmedUntil)
                  return row.stale ? <StatusTag tone="amber">{t('land:stale.until', { day: until })}</StatusTag> : until
                },
              },
              {
                key: 'leaves',
                label: t('keeper.leaves'),
                cell: (row) => <FactLeaves subject={kind} fact={row} published={published} />,
              },
              { key: 'source', label: t('history.source'), cell: (row) => <FactSource fact={row} /> },
              {
                key: 'act',
                label: t('keeper.act'),
                cell: (row) =>
                  mayWrite ? (
                    <span className="flex flex-wrap items-center gap-2">
                      <ConfirmFactForm factId={row.id} until={row.stillTrueUntil} next={pathname} />
                      {row.key === 'utilities_planned' ? null : (
                        <Link to={changedHref(kind, code, row.key)}>{t('keeper.changed')}</Link>
                      )}
                    </span>
                  ) : null,
              },
            ]}
          />
        )}
      </Card>
      {mayWrite ? (
        <ChangeFact choices={subject.choices} chosen={chosen} answer={answer} />
      ) : (
        <p className="why-not">{t('keeper.readOnly')}</p>
      )}
      {subject.history.length > 0 ? (
        <Details summary={t('history.open', { count: subject.history.length })}>
          <FactPeriods history={subject.history} />
        </Details>
      ) : null}
    </div>
  )
}

type ChangeFactProps = Pick<KeptFactsProps, 'chosen' | 'answer'> & Pick<KeptFactsProps['subject'], 'choices'>

/** Chooses a figure first, so that the form knows what stood there: two plain forms, no scripts. */
function ChangeFact({ choices, chosen, answer }: ChangeFactProps) {
  const { t } = useTranslation('facts')
  const word = useFactWord()
  const choice = choices.find(({ key }) => key === chosen)
  const labels = choice && {
    value: word(choice.key),
    source: t('keeper.source'),
    confirmedUntil: t('keeper.confirmedUntil'),
  }
  return (
    <Card title={choice ? `${t('keeper.change')}: ${word(choice.key)}` : t('keeper.change')} id="change">
      <p className="mb-3 text-sm text-ink-soft">{t('keeper.changeHelp')}</p>
      <Form
        method="get"
        action="#change"
        defaults={{ key: chosen ?? '' }}
        className="mb-4 flex flex-wrap items-end gap-3"
      >
        <SelectField
          name="key"
          label={t('keeper.key')}
          choices={choices.map(({ key }) => ({ value: key, label: word(key) }))}
        />
        <Button kind="outline">{t('keeper.choose')}</Button>
      </Form>
      {choice && labels ? (
        <>
          <StaleFact answer={answer} labels={labels} />
          <Form
            key={choice.key}
            answer={answer}
            labels={labels}
            defaults={{ value: choice.value, source: choice.source, confirmedUntil: choice.until }}
          >
            <input type="hidden" name="key" value={choice.key} />
            <GuardField name="seenId" value={choice.seenId ?? ''} answer={answer} />
            <div className="grid gap-4 sm:grid-cols-3">
              {choice.key === 'contact' || choice.key === 'capacity_note' ? (
                <TextAreaField name="value" label={word(choice.key)} rows={2} maxLength={500} />
              ) : (
                <TextField name="value" label={word(choice.key)} hint={t('keeper.valueHint')} inputMode="decimal" />
              )}
              <TextField name="source" label={t('keeper.source')} hint={t('keeper.sourceHint')} maxLength={300} />
              <DayField
                name="confirmedUntil"
                label={t('keeper.confirmedUntil')}
                hint={t('keeper.confirmedUntilHint')}
                required={false}
              />
            </div>
            <div className="actions mt-4">
              <Button>{t('keeper.save')}</Button>
            </div>
          </Form>
        </>
      ) : null}
    </Card>
  )
}
