import { z } from 'zod'
import { CONSTRUCTION_CLASSES, type RoadmapFacts } from '~/domain/procedure/facts'
import { STEP_MOVES } from '~/domain/procedure/step-state'
import { ROADMAP_ZONE_KINDS } from '~/domain/procedure/version'
import { LIMIT_MAX, LIMIT_MIN } from '~/domain/time/deadline'
import { daySchema } from './time'

const page = z
  .string()
  .regex(/^\d{1,6}$/, 'not-a-number')
  .transform(Number)

export const proceduresQuery = z.strictObject({
  on: daySchema.optional(),
  page: page.pipe(z.number().min(1)).default(1),
  perPage: page.pipe(z.number().min(1).max(200)).default(200),
})

const amount = z.number('not-a-number').min(0).max(1_000_000_000).nullable().default(null)
const yesNo = z.boolean('not-a-choice')

/** What `POST /roadmap` takes: the facts of a project. What is left out is not known, or not so. */
export const roadmapBody = z.strictObject({
  role: z.enum(['tenant', 'developer'], 'not-a-choice'),
  zoneKind: z.enum([...ROADMAP_ZONE_KINDS, 'planned_complex', 'economic_zone_area'], 'not-a-choice'),
  foreign: yesNo,
  sector: z
    .union([
      z.string().trim().min(1).max(80),
      z.strictObject({
        vsicVersion: z.string().max(10),
        code: z.string().regex(/^\d{2,5}$/, 'invalid-form'),
      }),
    ])
    .nullable()
    .default(null),
  wastewaterM3PerDay: amount,
  gasM3PerHour: amount,
  constructionClass: z.enum(CONSTRUCTION_CLASSES, 'not-a-choice').nullable().default(null),
  constructionDays: z.number('not-a-number').int('not-a-number').min(LIMIT_MIN).max(LIMIT_MAX),
  specialProcedure: yesNo.default(false),
  exportProcessing: yesNo.default(false),
  stateLandInBorderCommune: yesNo.default(false),
  startDay: daySchema,
}) satisfies z.ZodType<RoadmapFacts, unknown>

const blank = (value: unknown) => (value === '' ? undefined : value)

/** The filters of the list of procedures. */
export const procedureFilter = z.object({
  on: z.preprocess(blank, daySchema.optional()),
  role: z.preprocess(blank, z.enum(['tenant', 'developer'], 'not-a-choice').optional()),
  zoneKind: z.preprocess(blank, z.enum(ROADMAP_ZONE_KINDS, 'not-a-choice').optional()),
  foreign: z.preprocess(blank, z.enum(['yes', 'no'], 'not-a-choice').optional()),
})
export type ProcedureFilter = z.infer<typeof procedureFilter>

/** What is recorded of a step; the row's version is the one the person saw. */
export const recordStepForm = z.object({
  move: z.enum(STEP_MOVES, 'not-a-choice'),
  rowVersion: z
    .string('required')
    .regex(/^\d{1,9}$/, 'invalid-form')
    .transform(Number),
  note: z.string().trim().max(2000).default(''),
})

export const STEP_SHOWS = ['running', 'ready', 'ended'] as const

/** What the list of steps shows. */
export const stepFilter = z.object({
  show: z.preprocess(blank, z.enum(STEP_SHOWS, 'not-a-choice').default('running')),
  scope: z.preprocess(blank, z.enum(['mine', 'all'], 'not-a-choice').optional()),
})
