import { z } from 'zod'
import { COUNTRIES } from '~/domain/party/country'
import { checkPassword } from '~/domain/party/password'
import { GRANTED_ROLES } from '~/domain/party/permission'
import { scopeOf } from '~/domain/party/role-grant'
import { parseTaxCode } from '~/domain/party/tax-code'
import { LANGS } from '~/domain/text'
import { byRule, day, line, optionalDay, optionalLine } from './field'

const fullName = line(120)
const email = z
  .string('required')
  .trim()
  .toLowerCase()
  .min(1, 'required')
  .max(254, 'too-long')
  .pipe(z.email('not-an-email'))
const phone = z
  .string()
  .trim()
  .max(30, 'too-long')
  .regex(/^(\+?[\d ().-]{6,})?$/, 'invalid-form')
  .optional()
  .transform((text) => text || null)
const typedPassword = z.string('required').min(1, 'required').max(1000, 'too-long')
const newPassword = typedPassword.transform(byRule((text) => checkPassword(text)))

const account = {
  fullName,
  email,
  phone,
  password: newPassword,
  name: line(250),
  address: optionalLine(300),
  consent: z.literal('yes', 'required'),
}
const vietnamese = z.object({
  ...account,
  kind: z.literal('vietnamese'),
  taxCode: line(30).transform(byRule(parseTaxCode)),
})
const foreign = z.object({
  ...account,
  kind: z.literal('foreign'),
  country: z
    .string('required')
    .min(1, { message: 'required', abort: true })
    .refine((code) => COUNTRIES.includes(code), 'not-a-choice'),
  registrationNumber: line(60),
})

/** Registers an organisation and the account of its owner. */
export const registerForm = z
  .discriminatedUnion('kind', [vietnamese, foreign], 'not-a-choice')
  .refine((form) => checkPassword(form.password, form.email).ok, { path: ['password'], message: 'password-weak' })
export type RegisterForm = z.infer<typeof registerForm>

export const signInForm = z.object({ email, password: typedPassword })
export const forgotPasswordForm = z.object({ email })

/** A new password, typed twice. */
export const newPasswordForm = z
  .object({ password: newPassword, passwordRepeat: z.string('required').min(1, 'required') })
  .refine((form) => form.password === form.passwordRepeat, { path: ['passwordRepeat'], message: 'password-mismatch' })

const grant = {
  role: z.enum(GRANTED_ROLES, 'required'),
  zoneCode: optionalLine(40),
  agencyKey: optionalLine(60),
  divisionKey: optionalLine(60),
  fromDay: day,
  untilDay: optionalDay,
}
interface TypedGrant {
  role: z.infer<typeof grant.role>
  zoneCode: string | null
  agencyKey: string | null
  fromDay: string
  untilDay: string | null
}

/** A developer's role needs its zone, an agency's its agency; a period ends no earlier than it begins. */
function checkGrant(form: TypedGrant, context: z.RefinementCtx): void {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (scopeOf(form.role) === 'zone' && !form.zoneCode) wrong('zoneCode', 'required')
  if (scopeOf(form.role) === 'agency' && !form.agencyKey) wrong('agencyKey', 'required')
  if (form.untilDay !== null && form.untilDay < form.fromDay) wrong('untilDay', 'out-of-range')
}

export const grantRoleForm = z.object(grant).superRefine(checkGrant)
export type GrantRoleForm = z.infer<typeof grantRoleForm>

export const inviteForm = z
  .object({ fullName, email, lang: z.enum(LANGS, 'required'), ...grant })
  .superRefine(checkGrant)
export type InviteForm = z.infer<typeof inviteForm>

/** Ends a role: the last day it holds. */
export const endRoleForm = z.object({ untilDay: day })

/** Why an account is closed or opened again; stands in the record. */
export const personStateForm = z.object({ reason: line(300) })
