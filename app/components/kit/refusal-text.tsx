import type { Refusal } from '~/domain/verdict'
import { useTranslation } from '~/locales/use-translation'

/** The sentence of a refusal in the page's language. */
export function RefusalText({ code, values }: Pick<Refusal, 'code' | 'values'>) {
  const { t } = useTranslation('refusal')
  return <>{t(code, { ...values })}</>
}
