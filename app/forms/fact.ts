import { z } from 'zod'
import { FACT_KEYS } from '../domain/land/fact'
import { RUNGS } from '../domain/land/readiness'
import { day, line, optionalDay, version } from './field'

const id = z.uuid('invalid-form')
/** The fact that was in force when the form was made. */
export const seenId = z
  .union([z.literal(''), id], 'invalid-form')
  .optional()
  .transform((text) => text || null)

/** "Still true": one figure, until its usual day or until one that is named. */
export const confirmFactForm = z.object({ factId: id, confirmedUntil: optionalDay, next: z.string().optional() })

/** What a figure says from today on; the value is read by the rule of the figure. */
export const changeFactForm = z.object({
  key: z.enum(FACT_KEYS, 'required'),
  value: z.string('required').max(2000, 'too-long'),
  source: line(300),
  confirmedUntil: optionalDay,
  seenId,
})

/** A rung that was reached; its evidence comes beside it. */
export const recordRungForm = z
  .object({
    version,
    rung: z.enum(RUNGS, 'required'),
    reachedOn: day,
    source: line(300),
    confirmedUntil: optionalDay,
    readyByEarliest: optionalDay,
    readyByLatest: optionalDay,
    evidenceIsPublic: z
      .literal('yes')
      .optional()
      .transform((value) => value === 'yes'),
  })
  .superRefine(({ readyByEarliest, readyByLatest }, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (readyByEarliest && !readyByLatest) wrong('readyByLatest', 'required')
    if (readyByLatest && !readyByEarliest) wrong('readyByEarliest', 'required')
    if (readyByEarliest && readyByLatest && readyByLatest < readyByEarliest) wrong('readyByLatest', 'out-of-range')
  })
  .transform(({ readyByEarliest: earliest, readyByLatest: latest, ...form }) => ({
    ...form,
    readyBy: earliest && latest ? { earliest, latest } : null,
  }))

/** A record that was wrong, with the reason for the plot's history. */
export const withdrawRungForm = z.object({ version, reason: line(500) })

/** The page of the list of figures to confirm. */
export const factsPageForm = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
})
