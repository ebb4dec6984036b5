import { useCallback } from 'react'
import { formatDay } from '~/components/kit/format'
import { useLang } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** How a year, a quarter, a month or a day of a source is written: 2025, Q3/2025, 08/2025, 24/11/2026. */
export function useAsOf(): (asOf: string) => string {
  const lang = useLang()
  const { t } = useTranslation('land')
  return useCallback(
    (asOf: string) => {
      const [year, month, day] = asOf.split('-')
      if (day) return formatDay(asOf, lang)
      if (!month) return asOf
      if (month.startsWith('Q')) return t('quarter', { quarter: month.slice(1), year })
      return lang === 'zh' ? `${year}年${Number(month)}月` : `${month}/${year}`
    },
    [lang, t],
  )
}
