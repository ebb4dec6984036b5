import { z } from 'zod'
import { UTILITY_KINDS } from '../domain/land/capacity'
import { type Day, parseDay } from '../domain/time/day'
import { seenId } from './fact'
import { line, optionalDay, optionalLine, version } from './field'
import { textOf } from './text'

/** Digits, alone or in groups of three: 1250, 1.250, 1,250, 1 250. */
const amount = line(20)
  .regex(/^(\d+|\d{1,3}([.,\s]\d{3})+)$/, { error: 'not-a-number', abort: true })
  .transform((text) => Number(text.replace(/[.,\s]/g, '')))
  .refine((value) => value >= 1 && value <= 10_000_000, 'out-of-range')
/** Degrees within the province and its approaches; a latitude typed as a longitude falls outside. */
const degrees = (min: number, max: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return null
      const value = /^\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
      if (Number.isNaN(value)) context.addIssue({ code: 'custom', message: 'not-a-number' })
      else if (value < min || value > max) context.addIssue({ code: 'custom', message: 'out-of-range' })
      return value
    })

/** A new utility node. A language that is left out shows the Vietnamese name, marked as not official. */
export const addNodeForm = z
  .object({
    kind: z.enum(UTILITY_KINDS, 'required'),
    nameVi: line(120),
    nameEn: optionalLine(120),
    nameZh: optionalLine(120),
    lat: degrees(20.5, 23.5),
    lon: degrees(105.5, 107.9),
  })
  .superRefine(({ lat, lon }, context) => {
    if ((lat === null) === (lon === null)) return
    context.addIssue({ code: 'custom', path: [lat === null ? 'lat' : 'lon'], message: 'required' })
  })
  .transform(({ kind, nameVi, nameEn, nameZh, lat, lon }) => ({
    kind,
    name: textOf(nameVi, nameEn, nameZh),
    position: lat === null || lon === null ? null : { lat, lon },
  }))

/** What somebody enters; `released` is a commitment given up. */
export const TYPED_ENTRIES = ['built', 'committed', 'released', 'withdrawn'] as const

/** A row of a node's ledger, in the node's unit. */
export const addEntryForm = z
  .object({
    kind: z.enum(TYPED_ENTRIES, 'required'),
    amount,
    from: line(10)
      .refine((text) => parseDay(text).ok, 'not-a-day')
      .transform((text) => text as Day),
    reason: line(500),
    source: line(300),
    version,
  })
  .transform(({ kind, amount: typed, ...entry }) =>
    kind === 'released' ? { ...entry, kind: 'committed' as const, amount: -typed } : { ...entry, kind, amount: typed },
  )

const blocks = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().filter((text) => text !== ''))
  .refine((list) => list.length <= 500 && list.every((text) => text.length <= 20), 'invalid-form')
const codes = z
  .string()
  .max(20_000, 'too-long')
  .optional()
  .transform((text) => [
    ...new Set(
      (text ?? '')
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])

/** Plots to tie to a node or to untie: whole blocks, and codes apart from each other by blanks, commas or lines. */
export const tiePlotsForm = z
  .object({ to: z.enum(['tied', 'untied'], 'required'), blocks, codes, version })
  .superRefine((form, context) => {
    if (form.blocks.length + form.codes.length === 0) {
      context.addIssue({ code: 'custom', path: ['codes'], message: 'required' })
    }
  })

/** What remains at the sources of a zone is true: who says so, and until when where not for as long as usual. */
export const confirmCapacityForm = z.object({ source: line(300), confirmedUntil: optionalDay, seenId })
