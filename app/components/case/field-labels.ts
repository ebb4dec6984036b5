import { CONDITION_ROWS, SUPPLEMENT_ROWS } from '~/forms/case'
import { useTranslation } from '~/locales/use-translation'

/** Names of the fields several forms about a case have, for the summary of mistakes and for what differs. */
export function useFieldLabels(): Record<string, string> {
  const { t } = useTranslation(['casework', 'case'])
  const labels: Record<string, string> = { letterCode: t('letterCode'), secondReason: t('supplement.secondReason') }
  for (const n of CONDITION_ROWS) {
    const condition = t('condition.text', { n })
    labels[`condition${n}`] = condition
    labels[`conditionDue${n}`] = `${condition}, ${t('condition.due')}`
    labels[`conditionProof${n}`] = `${condition}, ${t('condition.proof')}`
  }
  for (const n of SUPPLEMENT_ROWS) {
    const item = t('case:office.form.what', { n })
    labels[`what${n}`] = item
    labels[`type${n}`] = `${item}, ${t('supplement.kind')}`
    labels[`about${n}`] = `${item}, ${t('supplement.about')}`
    labels[`why${n}`] = `${item}, ${t('case:office.form.why')}`
    labels[`again${n}`] = `${item}, ${t('supplement.again')}`
  }
  return labels
}

/** Names of the lines of a checklist, in their order, by their fields. */
export function useChecklistLabels(lines: readonly string[]): Record<string, string> {
  const { t } = useTranslation('casework')
  return Object.fromEntries(
    lines.flatMap((line, index) => [
      [`answer${index + 1}`, line],
      [`note${index + 1}`, `${line}, ${t('check.note')}`],
    ]),
  )
}
