import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import type { UtilityKind } from '~/domain/land/capacity'
import type { FormAnswer } from '~/forms/answer'
import { TYPED_ENTRIES } from '~/forms/capacity'
import { useTranslation } from '~/locales/use-translation'

interface EntryFormProps {
  node: { kind: UtilityKind; version: number; today: string }
  answer: FormAnswer | undefined
}

/** One more row of a node's ledger. */
export function EntryForm({ node, answer }: EntryFormProps) {
  const { t } = useTranslation(['capacity', 'common'])
  const labels = {
    kind: t('field.entry'),
    amount: t('field.amount'),
    from: t('field.from'),
    reason: t('field.reason'),
    source: t('field.source'),
  }
  return (
    <Form answer={answer} labels={labels} defaults={{ from: node.today }}>
      <GuardField value={node.version} answer={answer} />
      <p className="hint mb-3">{t('enterNote')}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="kind"
          label={labels.kind}
          choices={TYPED_ENTRIES.map((value) => ({ value, label: t(`entry.${value}`) }))}
        />
        <TextField
          name="amount"
          label={labels.amount}
          inputMode="numeric"
          maxLength={14}
          width="short"
          unit={node.kind === 'power' ? 'kVA' : t('common:unit.m3PerDay', { value: '' }).trim()}
        />
        <DayField name="from" label={labels.from} />
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <TextField name="reason" label={labels.reason} maxLength={500} />
        <TextField name="source" label={labels.source} hint={t('field.sourceHint')} maxLength={300} />
      </div>
      <div className="actions mt-4">
        <Button>{t('enter')}</Button>
      </div>
    </Form>
  )
}
