import { z } from 'zod'
import { BULK_KINDS, BULK_STEPS, type BulkChange, MOST_AT_ONCE } from '../domain/land/bulk-change'
import { readLine } from '../domain/land/line-text'
import { MOST_MERGED } from '../domain/land/plot-operation'
import { COMMERCIAL_STATES } from '../domain/land/readiness'
import { type Day, parseDay } from '../domain/time/day'

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
    context.addIssue({ code: 'custom', message: verdict.refusal.code, params: verdict.refusal.values })
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
      context.addIssue({ code: 'custom', message: verdict.refusal.code, params: verdict.refusal.values })
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

/** The plots of a change: ticked one by one, or all that the list's filter shows. */
export const bulkQuery = z.object({
  plot: many(MOST_AT_ONCE).catch([]),
  all: z.literal('1').optional().catch(undefined),
})

const optionalText = z.string().trim().max(2000, 'too-long').optional()
const typedDay = optionalText.refine((text) => !text || parseDay(text).ok, 'not-a-day')

/** One thing for many plots; only the fields of the chosen kind are looked at. */
export const bulkForm = z
  .object({
    plots: z.string('required').max(40_000, 'too-long'),
    intent: z.enum(['preview', 'confirm'], 'required'),
    kind: z.enum(BULK_KINDS, 'required'),
    price: optionalText,
    until: typedDay,
    source: optionalText,
    commercial: optionalText,
    earliest: typedDay,
    latest: typedDay,
    year: optionalText,
    note: optionalText,
    step: optionalText,
  })
  .transform((form, context) => {
    const change = changeOf(form, (field, message) => context.addIssue({ code: 'custom', path: [field], message }))
    const plots = form.plots
      .split(',')
      .map((one) => one.split(':'))
      .map(([name = '', version = '']) => ({ code: name, version: Number(version) }))
    if (!plots.every(({ code: one, version }) => CODE.test(one) && Number.isInteger(version))) {
      context.addIssue({ code: 'custom', path: ['plots'], message: 'invalid-form' })
    }
    return change ? { plots, change, confirmed: form.intent === 'confirm' } : z.NEVER
  })

type BulkField = 'price' | 'until' | 'source' | 'commercial' | 'earliest' | 'latest' | 'year' | 'note' | 'step'
type BulkTyped = Partial<Record<BulkField, string | undefined>> & { kind: BulkChange['kind'] }

function changeOf(form: BulkTyped, wrong: (field: string, message: string) => void): BulkChange | null {
  const needed = (field: BulkField): string => {
    if (!form[field]) wrong(field, 'required')
    return form[field] ?? ''
  }
  const numberIn = (field: 'price' | 'year', min: number, max: number): number => {
    const text = needed(field)
    const value = Number(text.replace(',', '.'))
    if (text && !Number.isFinite(value)) wrong(field, 'not-a-number')
    else if (text && (value < min || value > max)) wrong(field, 'out-of-range')
    return value
  }
  const { kind } = form
  if (kind === 'price') {
    return { kind, usdPerM2: numberIn('price', 0.01, 100_000), until: needed('until') as Day, source: needed('source') }
  }
  if (kind === 'confirmed') return { kind, until: needed('until') as Day, source: needed('source') }
  if (kind === 'ready_by') {
    const change = { kind, earliest: needed('earliest') as Day, latest: needed('latest') as Day }
    if (change.latest < change.earliest) wrong('latest', 'out-of-range')
    return change
  }
  if (kind === 'term') return { kind, year: Math.round(numberIn('year', 2025, 2150)) }
  if (kind === 'note') return { kind, note: form.note || null }
  if (kind === 'commercial') {
    const state = COMMERCIAL_STATES.find((one) => one === form.commercial)
    if (!state) wrong('commercial', 'required')
    return state ? { kind, state } : null
  }
  const step = BULK_STEPS.find((one) => one === form.step)
  if (!step) wrong('step', 'required')
  return step ? { kind: 'publication', step } : null
}
