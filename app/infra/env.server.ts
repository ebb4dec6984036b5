import { z } from 'zod'

const blankIsNone = (value: unknown) => (value === '' ? undefined : value)
const flag = z.preprocess(blankIsNone, z.enum(['0', '1']).default('0')).transform((value) => value === '1')
const isOrigin = (text: string) => /^https?:\/\/[^/]+\/?$/.test(text) && URL.canParse(text)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsNone, schema.optional())

const settingsSchema = z
  .object({
    NODE_ENV: z.preprocess(blankIsNone, z.enum(['development', 'production', 'test']).default('development')),
    PORT: z.preprocess(blankIsNone, z.coerce.number().int().min(0).max(65535).default(3000)),
    HOST: z.preprocess(blankIsNone, z.string().default('0.0.0.0')),
    BASE_URL: optional(z.url({ protocol: /^https?$/ })),
    DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
    DATA_DIR: z.preprocess(blankIsNone, z.string().default('./data')),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
    MAIL_FROM: z.preprocess(blankIsNone, z.string().default('Cột Mốc Lạng Sơn <khong-tra-loi@cotmoc.test>')),
    FILES_URL: optional(z.url({ protocol: /^file$/, error: 'must be a file: address' })),
    MAP_STYLE_URL: optional(z.url({ protocol: /^https?$/ })),
    /** Apart by blanks: where the tiles, glyphs and signs of the style are, when not beside it. */
    MAP_ORIGINS: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine((all) => all.every(isOrigin), 'must be origins such as https://tiles.example.org, apart by blanks')
      .transform((all) => all.map((text) => new URL(text).origin)),
    TRUST_PROXY: flag,
    LOG_LEVEL: z.preprocess(
      blankIsNone,
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    ),
    DEMO: flag,
    CLOCK: optional(z.iso.datetime({ offset: true })),
    METRICS_TOKEN: optional(z.string().min(16)),
  })
  .refine((env) => env.CLOCK === undefined || env.DEMO || env.NODE_ENV === 'test', {
    path: ['CLOCK'],
    message: 'is only accepted with DEMO=1 or under test',
  })

export type Settings = z.infer<typeof settingsSchema>

/** The mistakes of an environment, one clear line each. */
export function readSettings(
  environment: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; mistakes: string[] } {
  const parsed = settingsSchema.safeParse(environment)
  if (parsed.success) return { ok: true, settings: parsed.data }
  return { ok: false, mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

let current: Settings | undefined

/** The process's settings. Read once; a wrong one ends the process with a line per mistake. */
export function settings(): Settings {
  if (current) return current
  const read = readSettings(process.env)
  if (!read.ok) {
    process.stderr.write(`Wrong settings:\n${read.mistakes.map((mistake) => `  ${mistake}\n`).join('')}`)
    process.exit(78)
  }
  current = read.settings
  return current
}

export const isProduction = (): boolean => settings().NODE_ENV === 'production'

/** Where this site is reached: links in mails, letters and codes. */
export const baseUrl = (): string => (settings().BASE_URL ?? `http://localhost:${settings().PORT}`).replace(/\/$/, '')
