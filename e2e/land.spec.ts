// What a visitor does with land: compares, keeps plots through signing in, takes a sheet and asks whether it still
// holds; what a company does that would build a zone; what keepers set.
import { expect } from '@playwright/test'
import { demoEmail } from '../prisma/seed/factories'
import { pdfFile } from './files'
import { query, signInByForm, test } from './fixtures'

test.use({ javaScriptEnabled: false })

test('plots and a set of neighbours stand side by side, four at most; what cannot is said', async ({ page, visit }) => {
  const set = `HL-B1${encodeURIComponent('+')}HL-B2`
  await visit(`/en/compare?plots=HL-A1,HL-A3,HS1-C1,${set}`)
  const table = page.locator('.compare table').first()
  await expect(table.locator('thead th, thead td')).toHaveCount(5)
  await expect(table).toContainText('HL-B1 + HL-B2')
  await expect(page.locator('main')).toContainText('HS1-C1')
  await visit('/en/compare?plots=HL-A1,HL-A3,HS1-C1,HS1-C2,HS1-C3', 422)
  await expect(page.locator('.error-summary')).toContainText('4')
  await visit('/vi/compare?plots=HL-A1,HL-KHONG', 422)
  await expect(page.locator('.error-summary')).toContainText('HL-KHONG')
  await page.setViewportSize({ width: 360, height: 780 })
  await visit(`/zh/compare?plots=HL-A1,${set}`)
})

test('what was chosen is still chosen after signing in', async ({ page, visit }) => {
  for (const code of ['HL-A3', 'DB-A4']) {
    await visit(`/vi/plots/${code}`)
    await page.locator('form[action$="/basket"] button').first().click()
    await expect(page).toHaveURL(/\/vi\/basket$/)
  }
  await signInByForm(page, 'vi', demoEmail('investor.vn'))
  await visit('/vi/basket')
  await expect(page.locator('main')).toContainText('HL-A3')
  await expect(page.locator('main')).toContainText('DB-A4')
  const csv = await page.request.get('/vi/basket/plots.csv')
  expect(await csv.text()).toContain('DB-A4')
  await page.locator('main button[value=empty]').click()
  await expect(page.locator('main')).not.toContainText('DB-A4')
})

test('a data sheet is a PDF whose code says that it holds, then what changed', async ({ page, signIn, visit }) => {
  await visit('/vi/plots/HL-B4')
  await expect(page.locator('a[href$="/plots/HL-B4/sheet"]')).toBeVisible()
  for (const lang of ['vi', 'en', 'zh']) {
    const answer = await page.request.get(`/${lang}/plots/HL-B4/sheet`)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
  const [sheet] = await query<{ code: string }>(
    `SELECT s.code FROM "DataSheet" s JOIN "Plot" p ON p.id = s."plotId" WHERE p.code = 'HL-B4' AND s.lang = 'vi'`,
  )
  await visit(`/vi/verify/${sheet?.code}`)
  await expect(page.locator('main')).toContainText('HL-B4')
  await expect(page.locator('main .tone-pine, main .banner-pine').first()).toBeVisible()
  await visit('/vi/verify/AAAA-AAAA-AAAA', 404)

  await signIn('developer.huulung')
  await visit('/vi/desk/plots/HL-B4/facts?key=price_usd_per_m2')
  await page.locator('#change input[name=value]').fill('123')
  await page.locator('#change form[method=post] button').click()
  await visit(`/vi/verify/${sheet?.code}`)
  await expect(page.locator('main')).toContainText('123')
})

test('a company asks to develop a zone without plots, from the call to the receipt', async ({
  page,
  signIn,
  visit,
  checkPage,
}) => {
  await signIn('investor.cn')
  await visit('/en/opportunities')
  const call = page.locator('main a[href*="/my/interests/new?zone="]').first()
  const zone = new URL((await call.getAttribute('href')) ?? '', 'http://x').searchParams.get('zone')
  await call.click()
  await page.locator('main form:has([name=organizationId]) button').last().click()
  await page.waitForURL(/\/my\/interests\/[0-9a-f-]{36}$/)
  await checkPage()
  await expect(page.locator('main')).toContainText('infrastructure of the whole zone')
  await expect(page.locator('[name=exportProcessing]')).toHaveCount(0)
  await page.locator('[name=sector]').selectOption('electronics')
  await page.locator('[name=capitalCurrency]').selectOption('USD')
  const typed = {
    projectName: 'Zone infrastructure',
    summary: 'Roads, power and water in two phases',
    capitalAmount: '90000000',
    areaHa: '150',
    powerKva: '60000',
    waterM3PerDay: '9000',
    wastewaterM3PerDay: '7000',
    landBy: '2028-06-01',
    operationBy: '2030-06-01',
    constructionDays: '700',
    contactPhone: '+84 912 345 678',
  }
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name=${name}]`).fill(value)
  await page.locator('main form:has([name=projectName]) button').last().click()
  await page.waitForURL(/\/documents/)
  await page.locator('main [type=file]').first().setInputFiles(pdfFile())
  await page.locator('main form:has([name=kind]) button').last().click()
  await page.locator('main form:has([name=version]) button').last().click()
  await page.waitForURL(/\/my\/cases\/CM-/)
  await checkPage()
  const number = page.url().match(/CM-\d{4}-\d{6}/)?.[0] ?? ''
  const receipt = await page.request.get(`/en/my/cases/${number}/receipt`)
  expect(receipt.headers()['content-type']).toBe('application/pdf')
  const [asked] = await query<{ role: string; code: string }>(
    `SELECT i.role, z.code FROM "CaseFile" c JOIN "Interest" i ON i.id = c."interestId" JOIN "Zone" z ON z.id = i."zoneId"
     WHERE c.number = $1`,
    number,
  )
  expect(asked).toEqual({ role: 'developer', code: zone })
  await signIn('intake')
  await visit(`/en/office/cases/${number}`)
  await expect(page.locator('#land')).toContainText('no plot is chosen')
})

test('a keeper sets what a zone allows, a head the days of grace, an officer what sources say', async ({
  page,
  signIn,
  visit,
  problems,
}) => {
  problems.allow(422)
  await signIn('officer')
  await visit('/vi/office')
  await expect(page.locator('a[href$="/office/plots?publication=in_review"]')).toBeVisible()
  await visit('/vi/office/plots/HL-A1')
  await page.locator('a[href$="/plots/HL-A1/candidates"]').click()
  await expect(page).toHaveURL(/HL-A1\/candidates$/)

  await visit('/en/office/figures/new?subject=province')
  await page.locator('[name=key]').selectOption('clusters_operating')
  await page.locator('[name=value]').fill('2,5')
  await page.locator('[name=source]').fill('Report of the office, test')
  await page.locator('[name=sourceKind]').selectOption('office_reported')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.locator('[name=value]').fill('2')
  await page.locator('main form[method=post] button').click()
  await expect(page).toHaveURL(/\/office\/figures\?subject=province$/)
  await visit('/en/totals')
  await expect(page.locator('#published')).toContainText('Report of the office, test')
  await visit('/en/office/settings')
  await expect(page.locator('main form button')).toBeDisabled()

  await signIn('head')
  await visit('/zh/office/settings')
  await page.locator('[name=days]').fill('45')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.locator('[name=reason]').fill('Chỉ thị thử')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('main')).toContainText('30 → 45')
  await page.locator('[name=days]').fill('30')
  await page.locator('[name=reason]').fill('Chỉ thị thử')
  await page.locator('main form[method=post] button').click()
  await expect(page.locator('main')).toContainText('45 → 30')

  await signIn('developer.hoason1')
  await visit('/vi/desk/zones/LS-CC-HOASON1/settings')
  await page.locator('[name=sitesSpanRoads][value=yes]').check()
  await page.locator('[name=source]').fill('Quy hoạch phân khu 1/2000')
  await page.locator('main form[method=post] button').click()
  await visit('/vi/desk/zones/LS-CC-HOASON1/settings')
  await expect(page.locator('[name=sitesSpanRoads][value=yes]')).toBeChecked()
  await page.locator('[name=sitesSpanRoads][value=no]').check()
  await page.locator('[name=source]').fill('Quy hoạch phân khu 1/2000')
  await page.locator('main form[method=post] button').click()
  await visit('/vi/desk/zones/LS-IP-VSIP/settings', 404)
})

test('nobody is led to a page that refuses: registering interest is shown to investors and visitors', async ({
  page,
  signIn,
  visit,
}) => {
  const register = page.locator('main a[href*="/my/interests/new"]')
  for (const [who, shown] of [
    ['officer', 0],
    ['developer.hoason1', 0],
    ['investor.vn', 1],
  ] as const) {
    await signIn(who)
    await visit('/en/zones/LS-IP-HONGPHONG')
    await expect(register, who).toHaveCount(shown)
  }
  await page.context().clearCookies()
  await visit('/en/zones/LS-IP-HONGPHONG')
  await expect(register).toHaveCount(1)
})
