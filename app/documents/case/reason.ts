import type { DecisionReason, DossierReason, ReturnReason, StopReason, Words } from '~/domain/case/letter'
import type { Lang } from '~/domain/text'
import { say } from '../format'
import type { Translate } from '../translate'

/** A coded reason as a sentence, and below it what the office wrote; the bare "other" gives way to that. */
export function reasonLines(
  reason: { code: DossierReason | ReturnReason | DecisionReason | StopReason; text: Words | null },
  t: Translate<'documents'>,
  lang: Lang,
): string[] {
  const written = reason.text ? say(reason.text, lang) : ''
  if (!written) return [t(`reason.${reason.code}`)]
  return reason.code === 'other' ? [written] : [t(`reason.${reason.code}`), written]
}
