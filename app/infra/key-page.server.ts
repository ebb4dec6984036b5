/** A page of a list, newest first, and the keys its neighbours begin from; null at the ends. */
export interface KeyPage<Row> {
  rows: Row[]
  before: string | null
  after: string | null
}

/** Where a page begins: after or before the row with that key; at the top when neither is given. */
export interface PageKey {
  after?: string | null
  before?: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The key when it is a row id, undefined when it is anything else. */
export const idKey = (key: string | null | undefined): string | undefined => (key && UUID.test(key) ? key : undefined)

/**
 * Reads a page by key. `read` gives the rows with a smaller key in falling order, or with a greater one in rising
 * order, at most `take`. One row more than the page tells whether there is another page.
 */
export async function keyPage<Row extends { id: string | bigint }>(
  key: PageKey,
  size: number,
  read: (bound: { below?: string; above?: string }, take: number) => Promise<Row[]>,
): Promise<KeyPage<Row>> {
  const backwards = Boolean(key.before)
  const found = await read(backwards ? { above: key.before ?? '' } : { below: key.after ?? undefined }, size + 1)
  const more = found.length > size
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    rows,
    before: first && (backwards ? more : key.after) ? String(first.id) : null,
    after: last && (backwards || more) ? String(last.id) : null,
  }
}
