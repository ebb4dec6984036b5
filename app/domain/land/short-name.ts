import type { Lang, Text } from '../text'

const SHORTER: Record<Lang, readonly (readonly [RegExp, string])[]> = {
  vi: [
    [/^Khu công nghiệp /u, 'KCN '],
    [/^Cụm công nghiệp /u, 'CCN '],
  ],
  en: [
    [/ Industrial Park$/u, ' IP'],
    [/ Industrial Cluster$/u, ' cluster'],
  ],
  zh: [],
}

/** A zone's name as it stands in lists and on maps: without what is in brackets, and with the kind abbreviated. */
export function shortName(name: Text, lang: Lang): string {
  let text = name[lang].replace(/\s*[(（][^)）]*[)）]/gu, '').trim()
  for (const [pattern, by] of SHORTER[lang]) text = text.replace(pattern, by)
  return text || name[lang]
}
