import type { i18n } from 'i18next'
import type { Lang } from '../domain/text'
import { instanceOf } from './setup'

const load = {
  vi: () => import('./vi/index').then((module) => module.vi),
  en: () => import('./en/index').then((module) => module.en),
  zh: () => import('./zh/index').then((module) => module.zh),
}

/** The instance for the browser: fetches the sentences of this one language. */
export async function loadI18n(lang: Lang): Promise<i18n> {
  return instanceOf(lang, { [lang]: await load[lang]() })
}
