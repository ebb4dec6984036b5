import { randomBytes } from 'node:crypto'
import type { Prisma } from './prisma/client'

/** A row id in the order of time (UUID version 7), as the database's own. */
export function timeOrderedId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Inserts many rows of the same columns in one statement: the client's `createMany` spends ten times the processor time
 * on its parameters. Columns that are left out take the database's default; a `null` is a NULL, in JSON columns too.
 */
export async function insertRows<Row>(
  db: Prisma.TransactionClient,
  table: Prisma.ModelName,
  rows: readonly object[],
  returning: readonly (keyof Row & string)[] = [],
): Promise<Row[]> {
  const [first] = rows
  if (!first) return []
  const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
  const names = named(Object.keys(first))
  const insert = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`
  if (returning.length > 0) {
    return db.$queryRawUnsafe<Row[]>(`${insert} RETURNING ${named(returning)}`, JSON.stringify(rows))
  }
  await db.$executeRawUnsafe(insert, JSON.stringify(rows))
  return []
}
