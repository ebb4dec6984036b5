/** Told of every element and text of a document, in order. Names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
}

/** What is not the plain XML a spreadsheet writes. */
export class WrongXml extends Error {}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Named and numbered characters; a document cannot bring names of its own. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
        if (name) return NAMED[name] ?? all
        const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
      })
    : text

/** The value of an attribute in the text between an element's name and its end. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const MAX_TAG = 1024 * 1024

/** Reads XML as it arrives: what was not yet complete waits for the next piece. */
export function scanXml(reader: XmlReader): { push(piece: string): void; end(): void } {
  let rest = ''
  const textOf = (text: string) => {
    if (text !== '') reader.text?.(unescapeXml(text))
  }
  return {
    push(piece) {
      const all = rest + piece
      let at = 0
      for (;;) {
        const start = all.indexOf('<', at)
        if (start < 0) break
        const special = all.startsWith('<!--', start)
          ? '-->'
          : all.startsWith('<![CDATA[', start)
            ? ']]>'
            : all.startsWith('<?', start)
              ? '?>'
              : '>'
        if (special === '>' && all.startsWith('<!', start)) {
          // Perhaps the beginning of a comment that is not there yet.
          if (all.length - start < 9) break
          throw new WrongXml('a document type')
        }
        const stop = special === '>' ? endOfTag(all, start) : all.indexOf(special, start)
        if (stop < 0) break
        textOf(all.slice(at, start))
        if (special === ']]>') reader.text?.(all.slice(start + 9, stop))
        else if (special === '>') tell(reader, all.slice(start + 1, stop))
        at = stop + special.length
      }
      rest = all.slice(at)
      if (rest.length > MAX_TAG) throw new WrongXml('too long a piece')
    },
    end() {
      if (rest.trim() !== '') throw new WrongXml('broken off')
    },
  }
}

/** Where a tag ends: `>` may stand within quotes. */
function endOfTag(all: string, start: number): number {
  let stop = all.indexOf('>', start)
  const quoted = (end: number) => {
    const tag = all.slice(start, end)
    return (tag.split('"').length - 1) % 2 === 1 || (!tag.includes('"') && (tag.split("'").length - 1) % 2 === 1)
  }
  while (stop >= 0 && quoted(stop)) stop = all.indexOf('>', stop + 1)
  return stop
}

function tell(reader: XmlReader, tag: string): void {
  if (tag.startsWith('/')) {
    reader.close?.(localName(tag.slice(1).trim()))
    return
  }
  const alone = tag.endsWith('/')
  const inner = alone ? tag.slice(0, -1) : tag
  const space = inner.search(/\s/)
  const name = localName(space < 0 ? inner : inner.slice(0, space))
  reader.open?.(name, space < 0 ? '' : inner.slice(space))
  if (alone) reader.close?.(name)
}
