import { describe, expect, test } from 'vitest'
import { readDraft } from '~/domain/interest/draft'
import { errorsOf } from './check'
import { differingFields, enquiryForm, interestDraftForm, interestForm, readSaving, typedDraft } from './interest'

const typed = {
  projectName: ' Nhà máy ván ép ',
  summary: 'Ván ép xuất khẩu',
  sector: 'wood',
  capitalAmount: '412.000.000.000',
  capitalCurrency: 'VND',
  areaHa: '1,25',
  powerKva: '4,000',
  waterM3PerDay: '120',
  wastewaterM3PerDay: '0',
  gasM3PerHour: '',
  workers: '1 200',
  landBy: '2027-06-30',
  operationBy: '2028-06-30',
  constructionDays: '365',
  constructionClass: '',
  exportProcessing: 'yes',
  contactName: 'Trần Minh',
  contactEmail: 'Minh@Go.vn',
  contactPhone: '+84 205 381 2345',
}
type Schema = { safeParse: (value: unknown) => { error?: { issues: Parameters<typeof errorsOf>[0] } } }
const wrong = (schema: Schema, value: unknown) =>
  Object.fromEntries(errorsOf(schema.safeParse(value).error?.issues ?? []).map(({ field, code }) => [field, code]))

describe('the interest form', () => {
  test('reads what people type', () => {
    expect(interestForm.parse(typed)).toEqual({
      projectName: 'Nhà máy ván ép',
      summary: 'Ván ép xuất khẩu',
      sector: 'wood',
      capitalAmount: '412000000000',
      capitalCurrency: 'VND',
      areaM2: 12_500,
      powerKva: 4000,
      waterM3PerDay: 120,
      wastewaterM3PerDay: 0,
      gasM3PerHour: null,
      workers: 1200,
      environmentGroup: null,
      landBy: '2027-06-30',
      operationBy: '2028-06-30',
      constructionDays: 365,
      constructionClass: null,
      specialProcedure: false,
      exportProcessing: true,
      contactName: 'Trần Minh',
      contactEmail: 'minh@go.vn',
      contactPhone: '+84 205 381 2345',
    })
  })

  test.each([
    [{ capitalAmount: '12.34' }, { capitalAmount: 'not-a-number' }],
    [{ capitalAmount: '0' }, { capitalAmount: 'out-of-range' }],
    [{ capitalCurrency: 'EUR' }, { capitalCurrency: 'not-a-choice' }],
    [{ areaHa: 'hai' }, { areaHa: 'not-a-number' }],
    [{ areaHa: '0' }, { areaHa: 'out-of-range' }],
    [{ landBy: '2027-02-30' }, { landBy: 'not-a-day' }],
    [{ operationBy: '2026-01-01' }, { operationBy: 'out-of-range' }],
    [{ powerKva: '-1' }, { powerKva: 'not-a-number' }],
    [{ contactEmail: 'minh' }, { contactEmail: 'not-an-email' }],
    [{ projectName: ' ' }, { projectName: 'required' }],
    [{ projectName: 'x'.repeat(201) }, { projectName: 'too-long' }],
    [{ constructionDays: '0' }, { constructionDays: 'out-of-range' }],
  ])('refuses %j', (change, expected) => {
    expect(wrong(interestForm, { ...typed, ...change })).toEqual(expected)
    const asDraft = { ...typed, ...change, version: '1' }
    expect(wrong(interestDraftForm, asDraft)).toEqual(
      ('projectName' in change && change.projectName) === ' ' ? {} : expected,
    )
  })

  test('a draft may be empty, and comes back as it was typed', () => {
    const empty = interestDraftForm.parse({ version: '3' })
    expect(empty).toEqual({ version: 3, draft: readDraft({}) })
    expect(Object.keys(wrong(interestForm, typedDraft(empty.draft, 'vi')))).toHaveLength(15)
    for (const lang of ['vi', 'en', 'zh'] as const) {
      const form = interestForm.parse(typed)
      expect(interestForm.parse(typedDraft(form, lang))).toEqual(form)
    }
    expect(typedDraft(interestForm.parse(typed), 'vi')).toMatchObject({
      areaHa: '1,25',
      capitalAmount: '412.000.000.000',
    })
  })
})

describe('a form that saves itself', () => {
  const kept = typedDraft(interestForm.parse(typed), 'vi')

  test('saves what is right, keeps what was kept of the rest, and names it', () => {
    const half = { ...typed, version: '3', contactEmail: 'minh@', powerKva: '5.000', projectName: '' }
    const read = readSaving(half, kept)
    expect(read).toMatchObject({ ok: true, wrong: ['contactEmail'] })
    expect(read.ok && read.value.draft).toMatchObject({
      contactEmail: 'minh@go.vn',
      powerKva: 5000,
      projectName: null,
    })
  })

  test('leaves blank what does not go with what was kept either', () => {
    // Operation was meant for 2028; the land is now wanted later than that.
    const late = { ...typed, version: '3', landBy: '2029-01-01', operationBy: '2028-' }
    expect(readSaving(late, kept)).toMatchObject({
      ok: true,
      wrong: ['operationBy'],
      value: { draft: { landBy: '2029-01-01', operationBy: null } },
    })
  })

  test('is nothing without its version', () => {
    expect(readSaving({ ...typed, version: 'x' }, kept)).toEqual({ ok: false })
  })

  test('names the fields in which two drafts differ, however numbers are grouped', () => {
    expect(differingFields(typed, { ...kept, version: '9' })).toEqual(['projectName', 'contactEmail'].slice(1))
    expect(differingFields({ ...typed, areaHa: '1.25', powerKva: '4001' }, kept)).toEqual(['powerKva', 'contactEmail'])
    expect(differingFields({ exportProcessing: 'yes' }, {})).toEqual(['exportProcessing'])
  })
})

test('a site visit names its day', () => {
  const enquiry = {
    kind: 'site_visit',
    name: 'A',
    email: 'a@b.vn',
    phone: '',
    message: 'Xin xem đất',
    preferredDay: '',
  }
  expect(wrong(enquiryForm, enquiry)).toEqual({ preferredDay: 'required' })
  expect(wrong(enquiryForm, { ...enquiry, preferredDay: '2026-12-01' })).toEqual({})
  expect(wrong(enquiryForm, { ...enquiry, kind: 'question' })).toEqual({})
})
