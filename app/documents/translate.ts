import type { Lang } from '~/domain/text'
import enDesk from '~/locales/en/desk.json'
import enDocuments from '~/locales/en/documents.json'
import enFacts from '~/locales/en/facts.json'
import enIncentive from '~/locales/en/incentive.json'
import enInterest from '~/locales/en/interest.json'
import enLand from '~/locales/en/land.json'
import enNotice from '~/locales/en/notice.json'
import enPlot from '~/locales/en/plot.json'
import viDesk from '~/locales/vi/desk.json'
import viDocuments from '~/locales/vi/documents.json'
import viFacts from '~/locales/vi/facts.json'
import viIncentive from '~/locales/vi/incentive.json'
import viInterest from '~/locales/vi/interest.json'
import viLand from '~/locales/vi/land.json'
import viNotice from '~/locales/vi/notice.json'
import viPlot from '~/locales/vi/plot.json'
import zhDesk from '~/locales/zh/desk.json'
import zhDocuments from '~/locales/zh/documents.json'
import zhFacts from '~/locales/zh/facts.json'
import zhIncentive from '~/locales/zh/incentive.json'
import zhInterest from '~/locales/zh/interest.json'
import zhLand from '~/locales/zh/land.json'
import zhNotice from '~/locales/zh/notice.json'
import zhPlot from '~/locales/zh/plot.json'

const TEXTS = {
  desk: { vi: viDesk, en: enDesk, zh: zhDesk },
  documents: { vi: viDocuments, en: enDocuments, zh: zhDocuments },
  facts: { vi: viFacts, en: enFacts, zh: zhFacts },
  incentive: { vi: viIncentive, en: enIncentive, zh: zhIncentive },
  interest: { vi: viInterest, en: enInterest, zh: zhInterest },
  land: { vi: viLand, en: enLand, zh: zhLand },
  plot: { vi: viPlot, en: enPlot, zh: zhPlot },
  notice: { vi: viNotice, en: enNotice, zh: zhNotice },
}

export type Namespace = keyof typeof TEXTS

type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}`
}[keyof T & string]

/** Every key of a namespace, written with dots. */
export type Key<N extends Namespace> = Keys<(typeof TEXTS)[N]['vi']>

export type Translate<N extends Namespace> = (key: Key<N>, values?: Record<string, string | number>) => string

/** The texts of a namespace in a language, with i18next's `{{value}}` in them filled in. */
export function translator<N extends Namespace>(lang: Lang, namespace: N): Translate<N> {
  const texts: unknown = TEXTS[namespace][lang]
  return (key, values = {}) =>
    textAt(texts, key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function textAt(texts: unknown, key: string): string {
  let found = texts
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
  return typeof found === 'string' ? found : key
}
