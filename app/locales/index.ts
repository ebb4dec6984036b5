import type { i18n } from 'i18next'
import type { Lang } from '../domain/text'
import { en } from './en/index'
import { instanceOf } from './setup'
import { vi } from './vi/index'
import { zh } from './zh/index'

/** All sentences in all languages: for the server, mails and documents. The browser loads one language only. */
export const resources = { vi, en, zh }

const made: Partial<Record<Lang, i18n>> = {}

/** The i18next instance of a language, with every namespace; made once, since nobody changes it afterwards. */
export function makeI18n(lang: Lang): i18n {
  made[lang] ??= instanceOf(lang, resources)
  return made[lang]
}
