import { z } from 'zod'
import { type Day, parseDay } from '../domain/time/day'
import type { Verdict } from '../domain/verdict'

/** A rule of the domain as a step of a schema: its value, or its refusal as the message. */
export const byRule =
  <T>(rule: (text: string) => Verdict<T>) =>
  (text: string, context: Pick<z.RefinementCtx, 'addIssue'>): T => {
    const verdict = rule(text)
    if (verdict.ok) return verdict.value
    context.addIssue({ code: 'custom', message: verdict.refusal.code, params: verdict.refusal.values })
    return z.NEVER
  }

export const filled = () => z.string('required').trim().min(1, { error: 'required', abort: true })

export const line = (max: number) => filled().max(max, 'too-long')

export const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .optional()
    .transform((text) => text || null)

export const day = filled().transform(byRule(parseDay))

export const optionalDay = z
  .string()
  .trim()
  .optional()
  .transform((text, context): Day | null => (text ? byRule(parseDay)(text, context) : null))

/** What the person saw: a change in between is told apart by it. */
export const version = z
  .string('required')
  .regex(/^\d{1,9}$/, 'invalid-form')
  .transform(Number)
