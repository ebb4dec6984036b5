/** What stands after the last dot of a name, in small letters; empty where there is none, or nothing before it. */
export const extensionOf = (fileName: string): string => /.\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

/** Text the database can hold, written one way: no NUL, no half of a character, composed marks. */
export const cleanText = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')

/**
 * The name under which a file is kept, safe to show and to send in a header: no folders, no control characters, at most
 * 120 characters. A sender knows its file again by it: computers write the marks of a name in more than one way.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  const printable = [...cleanText(base)].filter((character) => character >= ' ' && !'"<>|:*?\u007f'.includes(character))
  const clean = printable.join('').trim()
  if (clean.length <= 120) return clean || 'tep'
  const extension = extensionOf(clean)
  return cleanText(`${clean.slice(0, 110)}.${extension.slice(0, 8)}`)
}
