import { data } from '@remix-run/node'
import { differencesOf } from '~/domain/difference'
import { statusOf } from '~/domain/refusal'
import type { Refusal } from '~/domain/verdict'
import type { Mistake } from './form-mistakes.server'
import { type Answer, answerRefusal } from './http.server'

/** Hidden fields that say what the person saw. */
const GUARDS = ['version', 'seenId']

/**
 * As `answerRefusal`; of a form that somebody outran also, field by field, what was typed and what stands there now.
 * `standing` reads the form again as it would be shown now, its guards (`version`) included.
 */
export async function answerStale(
  refusal: Refusal,
  values: Answer['values'],
  standing: () => Promise<Answer['values'] | null>,
) {
  const now = refusal.code === 'conflict' ? await standing() : null
  if (!now) return answerRefusal(refusal, values)
  const errors: Mistake[] = [{ field: refusal.field ?? '', code: refusal.code, values: refusal.values }]
  const differences = differencesOf(values, now).filter(({ field }) => !GUARDS.includes(field))
  return data({ values, errors, differences, standing: now }, { status: statusOf(refusal.code) })
}
