import type { ReactNode } from 'react'
import { type Choice, RadioField, TextField } from '~/components/kit/field'
import { useTranslation } from '~/locales/use-translation'

export interface ChecklistLine {
  key: string
  label: string
  hint?: ReactNode
  answer: string | null
  note: string | null
}

interface ChecklistFieldsProps {
  lines: readonly ChecklistLine[]
  choices: readonly Choice[]
  /** The number of the first line: several lists of one form count on. */
  from?: number
}

/** The lines of a checklist, each with its answers and room for the reason: `key1`, `answer1`, `note1` and so on. */
export function ChecklistFields({ lines, choices, from = 1 }: ChecklistFieldsProps) {
  const { t } = useTranslation('casework')
  return lines.map((line, index) => {
    const row = from + index
    return (
      <div key={line.key} className="grid gap-x-6 gap-y-1 border-line border-b pb-3 lg:grid-cols-[3fr_2fr]">
        <input type="hidden" name={`key${row}`} value={line.key} />
        <RadioField
          name={`answer${row}`}
          label={line.label}
          hint={line.hint}
          choices={choices}
          value={line.answer ?? undefined}
          inline
        />
        <TextField
          name={`note${row}`}
          label={t('check.note')}
          value={line.note ?? undefined}
          required={false}
          maxLength={500}
        />
      </div>
    )
  })
}
