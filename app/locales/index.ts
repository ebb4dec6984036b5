import type { i18n } from 'i18next'
import type { Lang } from '../domain/text'
import { en } from './en/index'
import { instanceOf } from './setup'
import { vi } from './vi/index'
import { zh } from './zh/index'

/** All sentences in all languages: for the server, mails and documents. The browser loads one language only. */
export const resources = { vi, en, zh }

/** An i18next instance for a language, with every namespace loaded. */
export const makeI18n = (lang: Lang): i18n => instanceOf(lang, resources)
