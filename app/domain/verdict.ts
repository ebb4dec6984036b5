import type { RefusalCode } from './refusal'

/** A refusal: a code from the closed list, and what a sentence about it needs. */
export interface Refusal {
  code: RefusalCode
  /** The form field it belongs to, where there is one. */
  field?: string
  /** Values a sentence in `locales` may name. */
  values?: Record<string, string | number>
}

/** What every rule returns: a value, or why not. Rules never throw. */
export type Verdict<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const ok = <T>(value: T): Verdict<T> => ({ ok: true, value })

export const refuse = (code: RefusalCode, values?: Refusal['values'], field?: string): Verdict<never> => ({
  ok: false,
  refusal: { code, values, field },
})
