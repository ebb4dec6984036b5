import { z } from 'zod'
import { readLine } from '../domain/land/line-text'
import { MOST_MERGED } from '../domain/land/plot-operation'

const CODE = /^[A-Z0-9][A-Z0-9-]*$/
const code = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(24, 'too-long')
  .refine((text) => CODE.test(text), 'invalid-form')
const reason = z.string('required').trim().min(1, 'required').max(500, 'too-long')
const many = (most: number) =>
  z
    .union([z.string().max(80), z.array(z.string().max(80)).max(most, 'too-many-plots')])
    .optional()
    .transform((value) => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value))
const line = z
  .string('required')
  .max(10_000, 'too-long')
  .transform((text, context) => {
    const verdict = readLine(text)
    if (verdict.ok) return verdict.value
    context.addIssue({ code: 'custom', message: verdict.refusal.code })
    return z.NEVER
  })

/** Plots as the keeper read them: `HL-A1:3`, the code and the version. */
const readPlots = (most: number) =>
  many(most).transform((values, context) =>
    values.map((value) => {
      const [name = '', version = ''] = value.split(':')
      if (!CODE.test(name) || !/^\d{1,9}$/.test(version)) context.addIssue({ code: 'custom', message: 'invalid-form' })
      return { code: name, version: Number(version) }
    }),
  )

/** What is asked before anything is written: the plots, and how the land is cut. */
export const operationQuery = z.object({
  plot: many(MOST_MERGED),
  cut: z.enum(['across', 'along', 'line']).optional().catch(undefined),
  share: z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (!text) return 50
      const value = Number(text.replace(',', '.'))
      if (!Number.isFinite(value)) context.addIssue({ code: 'custom', message: 'not-a-number' })
      if (value < 1 || value > 99) context.addIssue({ code: 'custom', message: 'out-of-range' })
      return value
    }),
  line: z
    .string()
    .optional()
    .transform((text) => text?.trim() || null)
    .transform((text, context) => {
      if (text === null) return null
      const verdict = readLine(text)
      if (verdict.ok) return verdict.value
      context.addIssue({ code: 'custom', message: verdict.refusal.code })
      return z.NEVER
    }),
})
export type OperationQuery = z.infer<typeof operationQuery>

const codes = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(400, 'too-long')
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .refine((all) => all.every((one) => one.length <= 24 && CODE.test(one)), 'invalid-form')

/** A split, confirmed: the line that was shown, and a code for each part. */
export const splitForm = z.object({ plots: readPlots(1), line, codes, reason })
export const mergeForm = z.object({ plots: readPlots(MOST_MERGED), code, reason })
export const realignForm = z.object({ plots: readPlots(2), line, reason })
