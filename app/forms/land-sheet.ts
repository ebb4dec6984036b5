import { z } from 'zod'
import { officePlotsForm } from './plot'

/** The keepers' list as it is filtered, as a file of a format. */
export const exportForm = officePlotsForm
  .omit({ after: true })
  .extend({ format: z.enum(['xlsx', 'csv', 'geojson'], 'required') })
  .transform(({ format, ...filter }) => ({
    format,
    filter: Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))),
  }))
