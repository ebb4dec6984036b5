import type { Difference } from '~/domain/difference'
import type { RefusalCode } from '~/domain/refusal'

export interface FormError {
  /** The field's name; '' for the form as a whole. */
  field: string
  code: RefusalCode
  values?: Record<string, string | number>
}

/** What a refused form is answered with: what was typed, and what to mend. */
export interface FormAnswer {
  values: Record<string, string | string[]>
  errors: FormError[]
  /** Of a form that came too late: where it differs from what stands there now, and what is to be sent back with it. */
  differences?: Difference[]
  standing?: Record<string, string | string[]>
}
