import { z } from 'zod'
import { MESSAGE_DOCUMENTS_MAX, MESSAGE_MAX } from '~/domain/case/message'

/** A message of a case, and the documents of the case it points to. */
export const messageForm = z.object({
  text: z.string('required').trim().min(1, 'required').max(MESSAGE_MAX, 'too-long'),
  document: z
    .union([z.string(), z.array(z.string())], 'invalid-form')
    .optional()
    .transform((value) => [value ?? []].flat().filter(Boolean))
    .refine((list) => list.length <= MESSAGE_DOCUMENTS_MAX, 'out-of-range')
    .refine((list) => list.every((id) => z.uuid().safeParse(id).success), 'not-a-choice'),
})

export const readMessagesForm = z.object({})
