import { z } from 'zod'
import { CHOICE_KINDS, type ChoiceKind, RHYTHMS, type Rhythm } from '~/domain/notice/rule'

const rhythm = z.enum(RHYTHMS, 'not-a-choice').optional()

/** A rhythm for each kind that is asked on the page. */
export const preferencesForm = z
  .strictObject(
    Object.fromEntries(Object.keys(CHOICE_KINDS).map((kind) => [kind, rhythm])) as Record<ChoiceKind, typeof rhythm>,
  )
  .transform((form) => {
    const chosen = Object.entries(form).filter((entry): entry is [ChoiceKind, Rhythm] => entry[1] !== undefined)
    return { rhythms: Object.fromEntries(chosen) as Partial<Record<ChoiceKind, Rhythm>> }
  })

/** Opens a notice: it is read, and the page it leads to is shown; or stays where it is. */
export const readNoticeForm = z.object({ stay: z.literal('yes').optional() })

/** Marks as read what was shown, up to its newest. */
export const readAllForm = z.object({ through: z.uuid('invalid-form') })

/** Tries a mail again. */
export const mailAgainForm = z.object({})
