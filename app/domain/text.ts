export const LANGS = ['vi', 'en', 'zh'] as const
export type Lang = (typeof LANGS)[number]

export const isLang = (value: unknown): value is Lang => LANGS.includes(value as Lang)

/** One text in the three languages; `unofficial` names those that are our translation, not the source's wording. */
export interface Text {
  vi: string
  en: string
  zh: string
  unofficial?: Lang[]
}

/** The text in a language. */
export const textIn = (text: Text, lang: Lang): string => text[lang]

/** Whether the wording in a language is a translation of ours, not the source's own. */
export const isUnofficial = (text: Text, lang: Lang): boolean => text.unofficial?.includes(lang) ?? false
