import { z } from 'zod'
import { INBOX_DUE, INBOX_TABS } from '../domain/case/inbox'
import { CASE_STATES } from '../domain/case/state'

/** A choice of the inbox's address: anything else is left alone. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined)
const word = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((text) => text || undefined)
    .catch(undefined)

const filter = {
  tab: choice(INBOX_TABS),
  due: choice(INBOX_DUE),
  state: choice(CASE_STATES),
  officer: word(36),
  zone: word(40),
  q: word(200),
}
export const inboxForm = z.object({ ...filter, after: word(60) })
export type InboxQuery = z.infer<typeof inboxForm>

/** The filter as it stands in an address: only what narrows, in one order, without the page. */
export function inboxQueryOf(query: InboxQuery): string {
  const { after: _, ...kept } = query
  return new URLSearchParams(
    Object.entries(kept)
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ).toString()
}

const address = z
  .string('required')
  .max(600, 'too-long')
  .transform((text) => inboxForm.parse(Object.fromEntries(new URLSearchParams(text))))

/** A filter kept under a name. */
export const saveFilterForm = z.object({
  name: z.string('required').trim().min(1, 'required').max(60, 'too-long'),
  query: address,
})

/** The list as it is filtered, as a file. */
export const exportInboxForm = z.object({ query: address })

const list = z
  .union([z.string(), z.array(z.string().max(40, 'too-long')).max(100, 'invalid-form')])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value))

/** Which cases of the list are chosen. */
export const chosenCasesForm = z.object({ case: list.catch([]) })

/** Cases as they were shown, each `number:version`, and the officer they are given to. */
export const assignCasesForm = z.object({
  cases: z
    .string('required')
    .max(4000, 'too-long')
    .transform((text) =>
      text
        .split(',')
        .filter(Boolean)
        .map((one) => one.split(':'))
        .map(([number = '', version]) => ({ number, version: Number(version) })),
    )
    .refine((cases) => cases.length > 0 && cases.length <= 100, 'invalid-form')
    .refine((cases) => cases.every(({ version }) => Number.isSafeInteger(version)), 'invalid-form'),
  officerId: z.uuid('required'),
})
