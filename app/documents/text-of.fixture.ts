import { PAGE, PAGES } from './text-run'

/** Every text of a definition in order, headers and footers too: what a reader of the page would read. */
export function textOf(part: unknown): string {
  if (typeof part === 'string') return part.replaceAll(PAGE, '1').replaceAll(PAGES, '1')
  if (Array.isArray(part)) return part.map(textOf).join(isRuns(part) ? '' : '\n')
  if (part === null || typeof part !== 'object') return ''
  const node = part as Record<string, unknown>
  return ['header', 'text', 'columns', 'stack', 'ol', 'table', 'body', 'content', 'footer']
    .map((key) => textOf(node[key]))
    .filter(Boolean)
    .join('\n')
}

const isRuns = (part: unknown[]): boolean =>
  part.every((piece) => piece !== null && typeof piece === 'object' && 'font' in piece)
