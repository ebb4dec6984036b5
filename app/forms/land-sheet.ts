import { z } from 'zod'
import { IMPORT_RESULTS } from '../domain/land/import-row'
import { officePlotsForm } from './plot'

/** The keepers' list as it is filtered, as a file of a format. */
export const exportForm = officePlotsForm
  .omit({ after: true })
  .extend({ format: z.enum(['xlsx', 'csv', 'geojson'], 'required') })
  .transform(({ format, ...filter }) => ({
    format,
    filter: Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))),
  }))

/** A file of land, besides the file itself. */
export const importForm = z.object({})

/** What somebody does with a preview, or with an import that is written. */
export const importStepForm = z.object({
  version: z
    .string('required')
    .regex(/^\d{1,9}$/, 'invalid-form')
    .transform(Number),
  step: z.enum(['confirm', 'abandon', 'undo'], 'required'),
})

/** Which rows of an import a page shows. */
export const importRowsForm = z.object({
  result: z.enum(IMPORT_RESULTS).optional().catch(undefined),
  after: z.coerce.number().int().min(1).max(10_000_000).optional().catch(undefined),
})
