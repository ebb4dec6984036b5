import { describe, expect, test } from 'vitest'
import { errorsOf } from './check'
import { endRoleForm, inviteForm, newPasswordForm, registerForm, signInForm } from './party'

const wrongIn = (
  schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: Parameters<typeof errorsOf>[0] } } },
  form: object,
) => {
  const result = schema.safeParse(form)
  return result.success ? {} : Object.fromEntries(errorsOf(result.error?.issues ?? []).map((e) => [e.field, e.code]))
}

const vietnamese = {
  kind: 'vietnamese',
  fullName: ' Trần Minh ',
  email: ' Tran.Minh@Go.VN ',
  phone: '',
  password: 'cot-moc-dung-thu',
  name: 'Công ty Gỗ',
  taxCode: '0100109106',
  address: '',
  consent: 'yes',
}
const { taxCode: _, ...withoutTaxCode } = vietnamese
const foreign = { ...withoutTaxCode, kind: 'foreign', country: 'CN', registrationNumber: '9145' }

describe('registration', () => {
  test('reads a Vietnamese and a foreign organisation', () => {
    expect(registerForm.parse(vietnamese)).toMatchObject({
      fullName: 'Trần Minh',
      email: 'tran.minh@go.vn',
      phone: null,
      address: null,
      taxCode: '0100109106',
    })
    expect(registerForm.parse(foreign)).toMatchObject({ country: 'CN', registrationNumber: '9145' })
  })

  test.each([
    [{ ...vietnamese, taxCode: '0100109105' }, { taxCode: 'tax-code-invalid' }],
    [{ ...vietnamese, taxCode: '' }, { taxCode: 'required' }],
    [{ ...vietnamese, email: 'go.vn' }, { email: 'not-an-email' }],
    [{ ...vietnamese, email: '' }, { email: 'required' }],
    [{ ...vietnamese, password: 'password1234' }, { password: 'password-weak' }],
    [{ ...vietnamese, password: 'tran.minh-rung-hoi' }, { password: 'password-weak' }],
    [{ ...vietnamese, consent: undefined }, { consent: 'required' }],
    [{ ...vietnamese, phone: 'call me' }, { phone: 'invalid-form' }],
    [{ ...vietnamese, name: 'x'.repeat(251) }, { name: 'too-long' }],
    [{ ...vietnamese, kind: 'martian' }, { kind: 'not-a-choice' }],
    [{ ...foreign, country: 'XX' }, { country: 'not-a-choice' }],
    [
      { ...foreign, country: '', registrationNumber: '' },
      { country: 'required', registrationNumber: 'required' },
    ],
  ])('refuses %#', (form, wrong) => {
    expect(wrongIn(registerForm, form)).toEqual(wrong)
  })
})

const invitation = { fullName: 'A', email: 'a@b.vn', lang: 'vi', role: 'officer', fromDay: '2026-11-20', untilDay: '' }

test.each([
  [signInForm, { email: 'a@b.vn', password: 'x' }, {}],
  [signInForm, {}, { email: 'required', password: 'required' }],
  [newPasswordForm, { password: 'cot-moc-dung-thu', passwordRepeat: 'cot-moc-dung-thu' }, {}],
  [newPasswordForm, { password: 'cot-moc-dung-thu', passwordRepeat: 'cot' }, { passwordRepeat: 'password-mismatch' }],
  [newPasswordForm, { password: 'cot', passwordRepeat: 'cot' }, { password: 'password-weak' }],
  [inviteForm, invitation, {}],
  [inviteForm, { ...invitation, role: 'emperor' }, { role: 'required' }],
  [inviteForm, { ...invitation, role: 'developer' }, { zoneCode: 'required' }],
  [inviteForm, { ...invitation, role: 'agency', agencyKey: '' }, { agencyKey: 'required' }],
  [inviteForm, { ...invitation, fromDay: '2026-02-30' }, { fromDay: 'not-a-day' }],
  [inviteForm, { ...invitation, untilDay: '2026-11-19' }, { untilDay: 'out-of-range' }],
  [endRoleForm, { untilDay: '19/11/2026' }, { untilDay: 'not-a-day' }],
])('form %#', (schema, form, wrong) => {
  expect(wrongIn(schema, form)).toEqual(wrong)
})
