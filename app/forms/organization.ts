import { z } from 'zod'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'
import { CHANGED_ROLES } from '~/domain/party/membership'
import { checkPassword } from '~/domain/party/password'
import { MEMBER_ROLES } from '~/domain/party/permission'
import { LANGS } from '~/domain/text'
import { line, optionalDay, optionalLine } from './field'

const email = z
  .string('required')
  .trim()
  .toLowerCase()
  .min(1, { error: 'required', abort: true })
  .max(254, 'too-long')
  .pipe(z.email('not-an-email'))

/** Asks somebody to join; an agent's mandate has its days and its scope, its paper comes beside the form. */
export const inviteMemberForm = z
  .object({
    email,
    lang: z.enum(LANGS, 'required'),
    role: z.enum(MEMBER_ROLES, 'required'),
    fromDay: optionalDay,
    untilDay: optionalDay,
    scope: optionalLine(300),
  })
  .superRefine((form, context) => {
    if (form.role !== 'agent') return
    for (const field of ['fromDay', 'untilDay', 'scope'] as const) {
      if (form[field] === null) context.addIssue({ code: 'custom', path: [field], message: 'required' })
    }
  })
  .transform(({ fromDay, untilDay, scope, ...form }) => ({
    ...form,
    mandate: form.role === 'agent' && fromDay && untilDay && scope ? { fromDay, untilDay, scope } : null,
  }))

/** Another name, as the register has it. */
export const renameOrganizationForm = z.object({
  name: line(250),
  version: z.coerce.number('invalid-form').int('invalid-form'),
})

/** Takes an invitation with an account that is there. */
export const joinForm = z.object({}).transform(() => null)

/** Takes an invitation with a new account: the name, the password twice, consent. */
export const joinAsNewForm = z
  .object({
    fullName: line(120),
    password: z.string('required').min(1, { error: 'required', abort: true }).max(1000, 'too-long'),
    passwordRepeat: z.string('required').min(1, 'required'),
    consent: z.literal('yes', 'required'),
  })
  .refine((form) => checkPassword(form.password).ok, { path: ['password'], message: 'password-weak' })
  .refine((form) => form.password === form.passwordRepeat, { path: ['passwordRepeat'], message: 'password-mismatch' })

export type JoinAsNew = z.infer<typeof joinAsNewForm>

export const memberRoleForm = z.object({ role: z.enum(CHANGED_ROLES, 'required') })

/** Ends a membership; the reason is for the record. */
export const endMembershipForm = z.object({ reason: optionalLine(300) })

/** A document kept once; its file comes beside the form. */
export const keepDocumentForm = z.object({
  kind: z.enum(INTEREST_DOCUMENT_KINDS, 'not-a-choice'),
  validUntil: optionalDay,
})

/** Documents of the organisation, chosen for an interest. */
export const reuseDocumentsForm = z.object({
  document: z
    .union([z.string(), z.array(z.string())], 'invalid-form')
    .optional()
    .transform((value) => [value ?? []].flat())
    .refine((list) => list.length > 0, 'required')
    .refine((list) => list.length <= 20 && list.every((id) => z.uuid().safeParse(id).success), 'not-a-choice'),
})
