// The main job, end to end, in each language: from finding land to a procedure's result.
import { expect, type Page } from '@playwright/test'
import { demoEmail } from '../prisma/seed/factories'
import { pdfFile } from './files'
import { LANGS, type Lang, query, signInByForm, test } from './fixtures'
import { linkInMail } from './mail'

/** A plot of its own for each language: Đồng Bành is offered, Hữu Lũng has a private developer. */
const LAND: Record<Lang, { search: string; zone: string; plot: string; offer: boolean }> = {
  vi: { search: 'huu lung', zone: 'LS-IP-VSIP', plot: 'HL-C2', offer: true },
  en: { search: 'ho son', zone: 'LS-CC-HOSON1', plot: 'HS1-D4', offer: true },
  zh: { search: 'dong banh', zone: 'LS-IP-DONGBANH', plot: 'DB-B2', offer: false },
}

const ORGANIZATION: Record<Lang, Record<string, string>> = {
  vi: { kind: 'vietnamese', name: 'Công ty TNHH Thử Nghiệm Chi Lăng', taxCode: '0100109106' },
  en: { kind: 'foreign', name: 'Trial Components Ltd', country: 'SG', registrationNumber: '202612345K' },
  zh: { kind: 'foreign', name: '测试电子有限公司', country: 'CN', registrationNumber: '91450000TEST00001X' },
}
const PASSWORD = 'rừng hồi trên núi đá vôi'

/** Presses the button of the form that has a field. */
const send = (page: Page, field: string) =>
  page.locator(`main form:has([name="${field}"])`).last().locator('button:not([formaction])').last().click()

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const tag = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type') ?? ''}`)
    if (tag.includes('hidden')) continue
    if (tag.startsWith('SELECT')) await field.selectOption(value)
    else if (tag.includes('radio')) await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies()
}

async function actAs(page: Page, lang: Lang, name: string): Promise<void> {
  await signOut(page)
  await signInByForm(page, lang, demoEmail(name))
}

for (const lang of LANGS) {
  test(`the main line in ${lang}`, async ({ page, visit, checkPage, problems }) => {
    test.setTimeout(300_000)
    const land = LAND[lang]
    const email = `main-line.${lang}@example.test`
    let number = ''

    await test.step('land', async () => {
      await visit(`/${lang}`)
      await visit(`/${lang}/plots?q=${encodeURIComponent(land.search)}&zone=${land.zone}`)
      await expect(page.locator('main')).toContainText(land.plot)
      await visit(`/${lang}/zones/${land.zone}`)
      await visit(`/${lang}/plots/${land.plot}`)
    })

    await test.step('register, confirm, sign in', async () => {
      await visit(`/${lang}/register?kind=${ORGANIZATION[lang].kind}`)
      await fill(page, {
        ...ORGANIZATION[lang],
        fullName: 'Lý Thử Nghiệm',
        email,
        phone: '+84 912 345 678',
        password: PASSWORD,
      })
      await page.locator('main [name="consent"]').check()
      await send(page, 'email')
      await page.waitForURL((url) => !url.search.includes('kind='))
      await visit(await linkInMail(email))
      await page.locator('main form button').last().click()
      await page.waitForLoadState()
      await signInByForm(page, lang, email, PASSWORD)
      await checkPage()
    })

    await test.step('submit interest', async () => {
      await visit(`/${lang}/my/interests/new?plot=${land.plot}`)
      await send(page, 'organizationId')
      await page.waitForURL(/\/my\/interests\/[0-9a-f-]{36}/)
      await checkPage()
      await fill(page, {
        projectName: `Dự án thử ${lang}`,
        summary: 'Lắp ráp linh kiện điện tử',
        sector: 'electronics',
        capitalAmount: '18500000',
        capitalCurrency: 'USD',
        areaHa: '2',
        powerKva: '300',
        waterM3PerDay: '20',
        wastewaterM3PerDay: '15',
        landBy: '2033-06-01',
        operationBy: '2034-06-01',
        constructionDays: '200',
        constructionClass: 'III',
        contactName: 'Lý Thử Nghiệm',
        contactEmail: email,
        contactPhone: '+84 912 345 678',
      })
      await send(page, 'projectName')
      await page.waitForURL(/\/documents/)
      await page.locator('main [type="file"]').first().setInputFiles(pdfFile())
      await send(page, 'kind')
      await expect(page.locator('main')).toContainText('project-proposal.pdf')
      await checkPage()
      await page.goto(page.url().replace(/\/documents.*/, '/submit'))
      await checkPage()
      await send(page, 'version')
      await page.waitForURL(/\/my\/cases\/CM-/)
      number = page.url().match(/CM-\d{4}-\d{6}/)?.[0] ?? ''
      await checkPage()
      const pdf = await page.request.get(`/${lang}/my/cases/${number}/receipt`)
      expect(pdf.headers()['content-type']).toBe('application/pdf')
      await visit(`/${lang}/receipts/${number}`)
      await expect(page.locator('main')).not.toContainText('Lý Thử Nghiệm')
    })

    await test.step('intake receives and assigns', async () => {
      await actAs(page, lang, 'intake')
      await visit(`/${lang}/office?tab=unassigned`)
      await visit(`/${lang}/office/cases/${number}`)
      await visit(`/${lang}/office/cases/${number}/receive`)
      for (const present of await page.locator('main [value="present"]').all()) await present.check()
      await send(page, 'version')
      await page.waitForURL(`**/office/cases/${number}`)
      await visit(`/${lang}/office/cases/${number}/assign`)
      const [officer] = await query<{ id: string }>('SELECT id FROM "Person" WHERE email = $1', demoEmail('officer'))
      await fill(page, { officerId: officer?.id ?? '' })
      await send(page, 'officerId')
      await page.waitForURL(`**/office/cases/${number}`)
    })

    await test.step('the officer checks and asks once', async () => {
      await actAs(page, lang, 'officer')
      await visit(`/${lang}/office/cases/${number}/check`)
      for (const met of await page.locator('main [value="met"]').all()) await met.check()
      await send(page, 'version')
      await page.waitForURL(`**/office/cases/${number}`)
      await visit(`/${lang}/office/cases/${number}/supplement`)
      await fill(page, { what1: 'Thuyết minh công nghệ', why1: 'Chưa có công suất', reason: 'Thiếu căn cứ thẩm định' })
      await send(page, 'what1')
      await page.waitForURL(`**/office/cases/${number}`)
      await checkPage()
    })

    await test.step('the investor answers', async () => {
      await signOut(page)
      await signInByForm(page, lang, email, PASSWORD)
      await visit(`/${lang}/my/cases/${number}`)
      await expect(page.locator('main')).toContainText('Thuyết minh công nghệ')
      await visit(`/${lang}/my/cases/${number}/supplement`)
      await fill(page, { answer: 'Công suất 2 triệu sản phẩm một năm' })
      await page.locator('main [type="file"]').first().setInputFiles(pdfFile('technology.pdf'))
      await send(page, 'answer')
      await page.waitForURL(`**/my/cases/${number}`)
      await expect(page.locator('main')).toContainText('technology.pdf')
    })

    await test.step('an agency answers over its link, which keeps what was typed beside a wrong file', async () => {
      if (lang !== 'vi') return
      await actAs(page, lang, 'officer')
      await visit(`/${lang}/office/cases/${number}/consult`)
      const agency = {
        agency1: 'Sở Xây dựng',
        contact1: 'Trần Thử',
        email1: `so-xd-${number}@example.vn`.toLowerCase(),
      }
      await fill(page, { ...agency, question: 'Đấu nối có phù hợp không?', dueDay: '2027-06-01', silence: 'no_answer' })
      await send(page, 'question')
      await page.waitForURL(`**/office/cases/${number}`)
      const link = await linkInMail(agency.email1, 'consultation_asked')
      await signOut(page)
      await visit(link)
      await fill(page, { opinion: 'agree', answer: 'Nhất trí', answeredByName: 'Trần Thử' })
      const file = page.locator('main [name="files"]')
      await file.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no paper') })
      problems.allow(415)
      await send(page, 'answer')
      await expect(page.locator('#error-summary')).toBeVisible()
      await expect(page.locator('main [name="answer"]')).toHaveValue('Nhất trí')
      await send(page, 'answer')
      await expect(page.locator('main [name="answer"]')).toHaveCount(0)
      await visit(link)
      await actAs(page, lang, 'officer')
      await visit(`/${lang}/office/cases/${number}/conclude`)
      await send(page, 'version')
      await page.waitForURL(`**/office/cases/${number}`)
    })

    await test.step('recommendation, review, decision', async () => {
      await actAs(page, lang, 'officer')
      await visit(`/${lang}/office/cases/${number}/recommend`)
      await fill(page, { outcome: 'approve', text: 'Phù hợp quy hoạch và công suất' })
      await send(page, 'outcome')
      await page.waitForURL(`**/office/cases/${number}`)
      await actAs(page, lang, 'head')
      await visit(`/${lang}/office/cases/${number}/review`)
      await fill(page, { verdict: 'accepted' })
      await send(page, 'verdict')
      await page.waitForURL(`**/office/cases/${number}`)
      await actAs(page, lang, 'director')
      await visit(`/${lang}/office/cases/${number}`)
      await visit(`/${lang}/office/cases/${number}/decide`)
      await page.locator('main form:has([name="condition1"]) button:not([formaction])').last().click()
      await page.waitForURL(`**/office/cases/${number}`)
      await checkPage()
    })

    await test.step("the developer's offer, and the hold with it", async () => {
      // The only zone of these with a developer at its desk.
      if (land.zone !== 'LS-IP-VSIP') return
      const [request] = await query<{ id: string }>(
        `SELECT r.id FROM "DeveloperRequest" r JOIN "CaseFile" c ON c.id = r."caseId" WHERE c.number = $1`,
        number,
      )
      await actAs(page, lang, 'developer.huulung')
      await visit(`/${lang}/desk/requests`)
      await expect(page.locator('main')).toContainText(number)
      await visit(`/${lang}/desk/requests/${request?.id}`)
      await expect(page.locator('main')).not.toContainText(email)
      await visit(`/${lang}/desk/requests/${request?.id}/offer`)
      await fill(page, { untilDay: '2026-12-31', priceText: '110 USD/m²' })
      await send(page, 'priceText')
      await page.waitForURL(`**/desk/requests/${request?.id}`)
      await checkPage()
    })

    await test.step('letter, hold and roadmap', async () => {
      const [letter] = await query<{ id: string; code: string; data: { developerOfferRequired: boolean } }>(
        `SELECT l.id, l.code, l.data FROM "Letter" l JOIN "CaseFile" c ON c.id = l."caseId"
         WHERE c.number = $1 AND l.kind = 'decision_approval'`,
        number,
      )
      expect(letter?.data.developerOfferRequired).toBe(land.offer)
      await signOut(page)
      await visit(`/${lang}/verify/${letter?.code}`)
      await expect(page.locator('main')).toContainText(number)
      expect((await page.request.get(`/${lang}/letters/${letter?.id}`)).headers()['content-type']).not.toBe(
        'application/pdf',
      )
      await signInByForm(page, lang, email, PASSWORD)
      await visit(`/${lang}/my/cases/${number}`)
      if (lang === 'vi') await expect(page.locator('main')).toContainText('22/01/2027')
      const bytes = await (await page.request.get(`/${lang}/letters/${letter?.id}`)).body()
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      await visit(`/${lang}/plots/${land.plot}`)
    })

    await test.step('a procedure is received and has its result', async () => {
      const [step] = await query<{ id: string }>(
        `SELECT s.id FROM "RoadmapStep" s JOIN "Roadmap" r ON r.id = s."roadmapId" JOIN "CaseFile" c ON c.id = r."caseId"
         WHERE c.number = $1 AND NOT s.optional ORDER BY s.position LIMIT 1`,
        number,
      )
      await actAs(page, lang, 'officer')
      await visit(`/${lang}/office/steps/${step?.id}`)
      await fill(page, { move: 'receive' })
      await send(page, 'move')
      await page.waitForLoadState()
      await visit(`/${lang}/office/steps/${step?.id}`)
      await fill(page, { move: 'record_result', note: 'Đã ký' })
      await page.locator('main [type="file"]').first().setInputFiles(pdfFile('result.pdf'))
      await send(page, 'move')
      await page.waitForLoadState()
      await signOut(page)
      await signInByForm(page, lang, email, PASSWORD)
      await visit(`/${lang}/my/cases/${number}`)
      const [row] = await query<{ state: string; acts: string }>(
        `SELECT c.state, (SELECT count(*) FROM "AuditEntry" a WHERE a."caseId" = c.id) AS acts
         FROM "CaseFile" c WHERE c.number = $1`,
        number,
      )
      expect(row?.state).toBe('in_fulfilment')
      expect(Number(row?.acts)).toBeGreaterThanOrEqual(11)
    })
  })
}

test('mail is readable in the demo', async ({ page, visit }) => {
  await visit('/demo/mail')
  await expect(page.locator('main')).toContainText('CM-2026-')
})
