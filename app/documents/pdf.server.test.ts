import { describe, expect, it } from 'vitest'
import { renderPdf } from './pdf.server'
import { runs } from './text-run'

const definition = (text: string) => ({
  info: { creationDate: new Date(0) },
  defaultStyle: { font: 'BeVietnamPro' },
  content: [{ text: runs(text) }],
})

const embedded = (bytes: Uint8Array): string[] => [
  ...new Set(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/BaseFont \/[A-Z]{6}\+\S+/g) ?? [],
  ),
]

describe('text in runs', () => {
  it('gives each script its font, in order', () => {
    expect(runs('Lô 3：受理 OK')).toEqual([
      { text: 'Lô 3', font: 'BeVietnamPro' },
      { text: '：受理', font: 'NotoSansSC' },
      { text: ' OK', font: 'BeVietnamPro' },
    ])
  })

  it('composes loose Vietnamese marks', () => {
    expect(runs('Hữu Lũng, được'.normalize('NFD'))).toEqual([{ text: 'Hữu Lũng, được', font: 'BeVietnamPro' }])
  })

  it('drops control characters and keeps lines', () => {
    expect(runs('a\u0000b\u200b\r\nc\td')).toEqual([{ text: 'ab\nc d', font: 'BeVietnamPro' }])
  })

  it('keeps every other character', () => {
    const text = 'Ưu tiên “chế biến” – 75 m² ≤ 20 %, 1.000 ₫; 谅山省 → ②'
    expect(
      runs(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text)
  })
})

describe('a pdf', () => {
  it('embeds the Latin font alone for Vietnamese, as a subset', async () => {
    const bytes = await renderPdf(definition('Cộng hòa xã hội chủ nghĩa Việt Nam, Lạng Sơn'))
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-')
    expect(embedded(bytes)).toHaveLength(1)
    expect(bytes.length).toBeLessThan(40_000)
  })

  it('embeds a second, small subset for Chinese', async () => {
    const bytes = await renderPdf(definition('Giấy tiếp nhận 受理通知书'))
    expect(embedded(bytes)).toHaveLength(2)
    expect(bytes.length).toBeLessThan(40_000)
  })

  it('is the same bytes for the same definition', async () => {
    const [one, other] = await Promise.all([
      renderPdf(definition('谅山 Lạng Sơn')),
      renderPdf(definition('谅山 Lạng Sơn')),
    ])
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
