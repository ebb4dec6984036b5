import { DayField } from '~/components/kit/day-field'
import { FileField, SelectField } from '~/components/kit/field'
import { useFormat } from '~/components/kit/format'
import type { SupplementType } from '~/domain/case/supplement'
import { useTranslation } from '~/locales/use-translation'

interface AnswerFieldsProps {
  items: readonly {
    item: number
    type: SupplementType
    what: string
    why: string | null
    again: string | null
    replaces: string | null
  }[]
  documents: readonly { id: string; fileName: string; version: number; on: string; kept: boolean }[]
}

/** What is asked, item by item, each with the file that answers it and the document that file replaces. */
export function AnswerFields({ items, documents }: AnswerFieldsProps) {
  const { t } = useTranslation(['casework', 'upload'])
  const { day } = useFormat()
  const choices = documents.map(({ id, fileName, version, on, kept }) => ({
    value: id,
    label: t(kept ? 'versions.choiceKept' : 'versions.choice', { file: fileName, version, day: day(on) }),
  }))
  /** Whether a file of an item may become the version of a document the organisation keeps: not where another is asked for. */
  const mayKeep = (replaces: string | null) =>
    documents.some(({ id, kept }) => kept && (replaces === null || id === replaces))
  return (
    <ol className="grid gap-4">
      {items.map(({ item, type, what, why, again, replaces }) => (
        <li key={item}>
          <fieldset className="grid gap-3 rounded-md border border-line p-4">
            <legend className="px-1 font-semibold">
              {item}. {what}
            </legend>
            <p className="hint m-0">
              {t(`supplement.type.${type}`)}
              {why ? ` · ${why}` : null}
              {again ? ` · ${t('supplement.askedAgain', { why: again })}` : null}
            </p>
            {type === 'explanation' ? null : (
              <div className="grid gap-3">
                <FileField
                  name={`file${item}`}
                  label={t('versions.file')}
                  accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
                  required={false}
                  multiple
                />
                {choices.length > 0 ? (
                  <SelectField
                    name={`replaces${item}`}
                    label={t('upload:supersedes')}
                    hint={mayKeep(replaces) ? t('versions.keptHint') : t('upload:supersedesHint')}
                    required={false}
                    blank={t('upload:ownDocument')}
                    choices={choices}
                    value={replaces ?? undefined}
                  />
                ) : null}
                {mayKeep(replaces) ? (
                  <DayField
                    name={`until${item}`}
                    label={t('versions.until')}
                    hint={t('versions.untilHint')}
                    required={false}
                  />
                ) : null}
              </div>
            )}
          </fieldset>
        </li>
      ))}
    </ol>
  )
}
