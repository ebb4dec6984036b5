import { Details } from '~/components/kit/details'
import { COLUMN_NAMES, REQUIRED_COLUMNS, type SheetColumn, TOLD_COLUMNS } from '~/domain/land/sheet'
import { useTranslation } from '~/locales/use-translation'

const RULES = ['number', 'day', 'formula', 'draft'] as const

/** How a file of land is read. */
export function ImportRules() {
  const { t } = useTranslation('sheet')
  return (
    <ul className="list-disc pl-6 text-sm text-ink-soft">
      {RULES.map((rule) => (
        <li key={rule}>{t(`import.rules.${rule}`)}</li>
      ))}
    </ul>
  )
}

/** Every column a file of land may have. */
export function ImportColumns() {
  const { t } = useTranslation('sheet')
  const note = (column: SheetColumn) => {
    if ((REQUIRED_COLUMNS as readonly SheetColumn[]).includes(column)) return t('import.required')
    return TOLD_COLUMNS.includes(column) ? t('import.told') : null
  }
  return (
    <Details summary={t('import.columns')}>
      <p className="mb-2">{t('import.columnsText')}</p>
      <ul className="grid gap-x-6 gap-y-1 pl-0 sm:grid-cols-2">
        {COLUMN_NAMES.map((column) => (
          <li key={column} className="list-none">
            {t(`column.${column}`)} <code className="text-ink-soft">[{column}]</code>{' '}
            {note(column) ? <small className="text-ink-soft">({note(column)})</small> : null}
          </li>
        ))}
      </ul>
    </Details>
  )
}
