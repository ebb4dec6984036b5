import { COUNTRIES } from '../domain/party/country'
import type { Lang } from '../domain/text'

const OFTEN = 9

const namesIn = (lang: Lang) => new Intl.DisplayNames([lang], { type: 'region' })

/** A country named in a language; its code where it has no name. */
export const countryName = (lang: Lang, code: string): string => namesIn(lang).of(code) ?? code

/** Countries to choose from, named in a language: those most often seen first, the others by name. For the server. */
export function countryNames(lang: Lang): { value: string; label: string }[] {
  const names = namesIn(lang)
  const all = COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code }))
  const { compare } = new Intl.Collator(lang)
  return [...all.slice(0, OFTEN), ...all.slice(OFTEN).sort((a, b) => compare(a.label, b.label))]
}
