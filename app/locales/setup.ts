/// <reference types="vite/client" />
import { createInstance, type i18n, type Resource } from 'i18next'
import type { Lang } from '../domain/text'

/**
 * An i18next instance for one language, ready at once. There is no fallback language: a missing key
 * throws outside production, since every sentence must stand in all three.
 */
export function instanceOf(lang: Lang, resources: Resource): i18n {
  const instance = createInstance()
  void instance.init({
    lng: lang,
    supportedLngs: [lang],
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(resources[lang] ?? {}),
    resources,
    initAsync: false,
    showSupportNotice: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    saveMissing: import.meta.env?.DEV ?? false,
    missingKeyHandler: (_langs, namespace, key) => {
      throw new Error(`Missing in ${lang}: ${namespace}:${key}`)
    },
  })
  return instance
}
