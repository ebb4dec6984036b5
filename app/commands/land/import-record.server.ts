import type { PlotValues, Reason } from '~/domain/land/import-row'
import type { SheetColumn } from '~/domain/land/sheet'
import { may } from '~/domain/party/permission'
import { zonesWhere } from '~/domain/party/zone-scope'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { LandImport, Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'

/** What a row that will be written says: kept in `LandImportRow.after`. */
export interface ImportAfter {
  zone: string
  source: string
  changed: SheetColumn[]
  values: PlotValues
}
/** How the plot stood when the row was judged: kept in `LandImportRow.before`. */
export interface ImportBefore {
  version: number
  values: PlotValues
}

export type ImportState =
  | 'reading'
  | 'previewed'
  | 'writing'
  | 'confirmed'
  | 'undoing'
  | 'undone'
  | 'refused'
  | 'abandoned'

/**
 * An import by its number, for whoever may keep land: the office's for all of the office, a developer's own for
 * that person. Refuses `not-allowed`, `not-found`.
 */
export async function importFor(t: Transaction, number: string): Promise<Verdict<LandImport>> {
  const allowed = may(t.actor, 'land.write')
  if (!allowed.ok) return allowed
  const found = await t.db.landImport.findUnique({ where: { number } })
  const isOwn = found?.createdById === t.actor.personId
  return found && (isOwn || zonesWhere(t.actor, 'land.write') === null) ? ok(found) : refuse('not-found')
}

/** Moves an import on, if it still is where it was read; refuses `conflict`. */
export async function moveImport(
  t: Transaction,
  row: Pick<LandImport, 'id' | 'version'>,
  from: ImportState,
  data: Prisma.LandImportUpdateManyMutationInput & { state: ImportState },
): Promise<Verdict<true>> {
  const written = await t.db.landImport.updateMany({
    where: { id: row.id, version: row.version, state: from },
    data: { ...data, version: { increment: 1 } },
  })
  return written.count === 1 ? ok(true) : refuse('conflict')
}

export const subjectOf = (row: Pick<LandImport, 'id'>) => ({ kind: 'land_import', id: row.id })

/** JSON of ours as the client takes it. */
export const json = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue

export interface ImportRowInput {
  rowNumber: number
  code: string | null
  result: string
  reasons: Reason[]
  after: object | null
  before: ImportBefore | null
  plotId: string | null
}
