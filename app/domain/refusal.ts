/**
 * Every way the system says no, with its HTTP status. A sentence for each stands in
 * `locales/<lang>/refusal.json` under the same code; nothing is refused without one of these.
 */
export const REFUSALS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'state-forbids': 409,
  'plot-held': 409,
  'plot-not-offered': 409,
  'proposer-signs': 403,
  'capacity-exceeded': 409,
  'already-used': 409,
  'too-large': 413,
  'wrong-type': 415,
  'invalid-form': 422,
  required: 422,
  'too-long': 422,
  'too-short': 422,
  'not-a-number': 422,
  'out-of-range': 422,
  'not-a-day': 422,
  'not-an-email': 422,
  'not-a-choice': 422,
  'tax-code-invalid': 422,
  'email-taken': 422,
  'password-weak': 422,
  'password-mismatch': 422,
  'credentials-wrong': 422,
  'token-invalid': 422,
  'email-unconfirmed': 403,
  'calendar-not-published': 422,
  'procedure-not-published': 422,
  'track-not-found': 422,
  'supplement-already-asked': 409,
  'unknown-parameter': 422,
  'geometry-invalid': 422,
  'geometry-area': 422,
  'geometry-outside': 422,
  'geometry-overlap': 422,
  'rung-too-high': 422,
  'file-missing': 422,
  'file-empty': 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof REFUSALS

/** The HTTP status a refusal is answered with. */
export const statusOf = (code: RefusalCode): number => REFUSALS[code]
