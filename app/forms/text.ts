import type { Lang, Text } from '../domain/text'

/** A text typed in Vietnamese; a language that is left out shows the Vietnamese, marked as not official. */
export function textOf(vi: string, en: string | null, zh: string | null): Text {
  const unofficial: Lang[] = [...(en === null ? (['en'] as const) : []), ...(zh === null ? (['zh'] as const) : [])]
  return { vi, en: en ?? vi, zh: zh ?? vi, ...(unofficial.length > 0 && { unofficial }) }
}
