import { useCallback } from 'react'
import { formatDay } from '~/components/kit/format'
import { useLang } from '~/components/kit/use-lang'

/** How a year, a month or a day of a source is written: 2025, 08/2025, 24/11/2026. */
export function useAsOf(): (asOf: string) => string {
  const lang = useLang()
  return useCallback(
    (asOf: string) => {
      const [year, month, day] = asOf.split('-')
      if (day) return formatDay(asOf, lang)
      if (!month) return asOf
      return lang === 'zh' ? `${year}年${Number(month)}月` : `${month}/${year}`
    },
    [lang],
  )
}
