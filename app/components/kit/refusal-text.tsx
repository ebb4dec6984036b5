import type { Refusal } from '~/domain/verdict'
import { useTranslation } from '~/locales/use-translation'
import { useFormat } from './format'

/** The sentence of a refusal in the page's language, its days and numbers as people there write them. */
export function RefusalText({ code, values }: Pick<Refusal, 'code' | 'values'>) {
  const { t } = useTranslation('refusal')
  const { day, number } = useFormat()
  const shown = Object.entries(values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? number(value) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value,
  ])
  return <>{t(code, Object.fromEntries(shown))}</>
}
