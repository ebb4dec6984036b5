import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorsOf, typedValues } from './check'

const form = (...pairs: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('typed values', () => {
  it('makes a list of a repeated name and of a name that ends in brackets', () => {
    const data = form(['name', 'Gỗ Xứ Lạng'], ['plot', 'A1'], ['plot', 'A2'], ['sectors[]', 'wood'])
    expect(typedValues(data)).toEqual({ name: 'Gỗ Xứ Lạng', plot: ['A1', 'A2'], sectors: ['wood'] })
  })
  it('leaves files out', () => {
    const data = form(['name', ''])
    data.append('paper', new File(['x'], 'x.pdf'))
    expect(typedValues(data)).toEqual({ name: '' })
  })
})

describe('errors of a schema', () => {
  const schema = z.object({
    tax: z.string().regex(/^\d{10}$/, 'tax-code-invalid'),
    name: z.string().min(2).max(5),
    lots: z.array(z.object({ areaM2: z.number().max(10) })),
    kind: z.enum(['vn', 'foreign']),
  })
  const found = (value: unknown) => errorsOf(schema.safeParse(value).error?.issues ?? [])

  it('takes the code a schema names, and translates what zod says itself', () => {
    expect(found({ tax: '1', name: 'x', lots: [{ areaM2: 11 }], kind: 'moon' })).toEqual([
      { field: 'tax', code: 'tax-code-invalid', values: {} },
      { field: 'name', code: 'too-short', values: { min: 2 } },
      { field: 'lots.0.areaM2', code: 'out-of-range', values: { max: 10 } },
      { field: 'kind', code: 'not-a-choice', values: {} },
    ])
  })
  it('says one thing of a field', () => {
    const twice = z.object({ name: z.string().min(3, 'too-short').regex(/^\d+$/, 'not-a-number') })
    const issues = twice.safeParse({ name: 'a' }).error?.issues ?? []
    expect(issues).toHaveLength(2)
    expect(errorsOf(issues)).toEqual([{ field: 'name', code: 'too-short', values: { min: 3 } }])
  })
})
