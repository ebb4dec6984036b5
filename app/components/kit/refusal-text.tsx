import { useTranslation } from 'react-i18next'
import type { Refusal } from '~/domain/verdict'

/** The sentence of a refusal in the page's language. */
export function RefusalText({ code, values }: Pick<Refusal, 'code' | 'values'>) {
  const { t } = useTranslation('refusal')
  return <>{t(code, { ...values })}</>
}
