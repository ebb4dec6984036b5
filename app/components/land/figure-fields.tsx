import { SelectField, TextField } from '~/components/kit/field'
import { type FigureKey, SOURCE_KINDS, type SourceKind } from '~/domain/land/published-figure'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

/** The labels of what is typed of a figure. */
export function useFigureLabels() {
  const { t } = useTranslation('setting')
  return {
    subject: t('figure.subject'),
    key: t('figure.key'),
    value: t('figure.value'),
    source: t('source'),
    sourceKind: t('figure.sourceKind'),
    asOf: t('figure.asOf'),
    noteVi: t('figure.noteVi'),
    noteEn: t('figure.noteEn'),
    noteZh: t('figure.noteZh'),
    reason: t('reason'),
  }
}

const unitOf = (key: FigureKey | null): 'ha' | 'percent' | 'count' | null =>
  key === null ? null : key.endsWith('_ha') ? 'ha' : key.endsWith('_percent') ? 'percent' : 'count'

/** What a source says: the number, the citation and its kind, the time it speaks of, what the number covers. */
export function FigureFields({ figureKey }: { figureKey: FigureKey | null }) {
  const { t } = useTranslation(['setting', 'totals'])
  const labels = useFigureLabels()
  const unit = unitOf(figureKey)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="value"
          label={labels.value}
          hint={t('figure.valueHint')}
          unit={unit && t(`figure.unit.${unit}`)}
          inputMode="decimal"
          width="medium"
          maxLength={20}
        />
        <TextField
          name="asOf"
          label={labels.asOf}
          hint={t('figure.asOfHint')}
          required={false}
          width="medium"
          maxLength={10}
        />
      </div>
      <TextField name="source" label={labels.source} hint={t('figure.sourceHint')} maxLength={300} />
      <SelectField
        name="sourceKind"
        label={labels.sourceKind}
        choices={SOURCE_KINDS.map((value) => ({ value, label: t(`totals:sourceKind.${value}`) }))}
      />
      <TextField name="noteVi" label={labels.noteVi} hint={t('figure.noteHint')} required={false} maxLength={300} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="noteEn" label={labels.noteEn} required={false} maxLength={300} />
        <TextField name="noteZh" label={labels.noteZh} required={false} maxLength={300} />
      </div>
    </>
  )
}

interface Said {
  value: number
  source: string
  sourceKind: SourceKind
  asOf: string | null
  note: Text | null
}

/** A figure as its form begins. */
export function typedFigure({ value, source, sourceKind, asOf, note }: Said): Record<string, string> {
  const own = (lang: 'en' | 'zh') => (note && !note.unofficial?.includes(lang) ? note[lang] : '')
  const typed = { noteVi: note?.vi ?? '', noteEn: own('en'), noteZh: own('zh') }
  return { value: String(value), source, sourceKind, asOf: asOf ?? '', ...typed }
}
