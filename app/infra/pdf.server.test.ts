import { describe, expect, it } from 'vitest'
import { PAGE, PAGES, runs } from '~/documents/text-run'
import { pdfToRead, renderPdf } from './pdf.server'

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

describe('the thread that draws', () => {
  it('says that a paper cannot be drawn, and draws the next', async () => {
    const broken = { ...definition('x'), content: [{ image: 'data:image/png;base64,AAAA' }] }
    await expect(renderPdf(broken)).rejects.toThrow()
    expect(await pdfToRead({ definition: () => broken })).toEqual({
      ok: false,
      refusal: expect.objectContaining({ code: 'unavailable' }),
    })
    expect(Buffer.from(await renderPdf(definition('x'))).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  it('reads no file and no address that a definition names', async () => {
    for (const image of ['/etc/hostname', 'http://127.0.0.1:1/x.png']) {
      await expect(renderPdf({ ...definition('x'), content: [{ image }] })).rejects.toThrow()
    }
  })

  it('sends readers away while too many wait, never a paper that is kept', async () => {
    const papers = Array.from({ length: 40 }, (_, index) => ({ definition: () => definition(`page ${index}`) }))
    const kept = { definition: () => definition('kept'), keptAs: 'a code' }
    const first = await pdfToRead(kept)
    const answers = papers.map((paper) => pdfToRead(paper))
    expect(await pdfToRead(kept)).toEqual(first)
    const drawn = (await Promise.all(answers)).filter((answer) => answer.ok).length
    expect(drawn).toBeGreaterThan(0)
    expect(drawn).toBeLessThan(papers.length)
    expect((await pdfToRead(papers[0] as (typeof papers)[0])).ok).toBe(true)
  })

  it('draws letters before what is only read', async () => {
    const order: string[] = []
    const drawn = ['a reader', 'another', 'a third'].map(async (who) => {
      await pdfToRead({ definition: () => definition(who) })
      order.push(who)
    })
    await renderPdf(definition('a letter')).then(() => order.push('a letter'))
    await Promise.all(drawn)
    expect(order).toEqual(['a reader', 'a letter', 'another', 'a third'])
  })

  it('fills in the numbers of pages', async () => {
    const pages = { ...definition('one'), footer: { text: runs(`${PAGE} of ${PAGES}`) }, compress: false }
    const one = Buffer.from(await renderPdf(pages)).toString('latin1')
    const two = Buffer.from(await renderPdf({ ...pages, footer: { text: runs('1 of 1') } })).toString('latin1')
    expect(one).toBe(two)
  })
})
