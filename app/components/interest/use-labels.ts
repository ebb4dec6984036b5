import { useTranslation } from '~/locales/use-translation'

const FIELDS = [
  'projectName',
  'summary',
  'sector',
  'capitalAmount',
  'capitalCurrency',
  'areaHa',
  'powerKva',
  'waterM3PerDay',
  'wastewaterM3PerDay',
  'gasM3PerHour',
  'workers',
  'environmentGroup',
  'landBy',
  'operationBy',
  'constructionDays',
  'constructionClass',
  'specialProcedure',
  'exportProcessing',
  'contactName',
  'contactEmail',
  'contactPhone',
] as const
type FieldName = (typeof FIELDS)[number]

/** The names of the interest form's fields as people read them. */
export function useInterestLabels(): Record<FieldName, string> {
  const { t } = useTranslation('interest')
  return Object.fromEntries(FIELDS.map((field) => [field, t(`field.${field}`)])) as Record<FieldName, string>
}
