/** Font family of Vietnamese and every other Latin text. */
export const LATIN_FONT = 'BeVietnamPro'
/** Font family of what Be Vietnam Pro cannot draw: Chinese first of all. */
export const CJK_FONT = 'NotoSansSC'

/** Where the number of a page, and how many there are, stand in what every page shows. The thread that draws fills them in. */
export const PAGE = '{{page}}'
export const PAGES = '{{pages}}'

/** A piece of text drawn in one font. */
export interface Run {
  text: string
  font: typeof LATIN_FONT | typeof CJK_FONT
}

// The blocks in which Be Vietnam Pro has its glyphs.
const LATIN =
  /^(?:[\n -~\u00a0-\u024f\u02c6-\u02dc\u1e00-\u1eff\u2012-\u2044\u2070-\u2089\u20ab\u20ac\u2122\u2212]|[\u0300-\u036f]|[≈≠≤≥])$/

/**
 * Text split into pieces per font, in order, for a `text` of a pdf. Marks are composed first (NFC), so that
 * Vietnamese typed with loose marks is drawn with the font's own letters; control characters are dropped.
 */
export function runs(text: string): Run[] {
  const composed = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u2032/g, "'")
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (mark) => (mark === '\n' ? mark : ''))
  const pieces: Run[] = []
  for (const letter of composed) {
    const font = LATIN.test(letter) ? LATIN_FONT : CJK_FONT
    const last = pieces.at(-1)
    if (last?.font === font) last.text += letter
    else pieces.push({ text: letter, font })
  }
  return pieces
}
