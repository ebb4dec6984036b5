// A match from the need to what is kept of it: by a visitor who signs in on the way, with what was typed kept; an alert
// that is stopped from its mail without signing in.
import { expect } from '@playwright/test'
import { query, signInByForm, test } from './fixtures'

const NEED = '/vi/match?sector=electronics&areaMinHa=3&allowSets=yes'

test('a visitor keeps a shortlist by signing in on the way, and starts an interest in a whole set', async ({
  page,
  visit,
}) => {
  await visit(NEED)
  await page.locator('input[name=powerKva]').fill('750')
  await page.reload()
  await expect(page.locator('input[name=powerKva]')).toHaveValue('750')
  await page.locator('.need-actions button').click()
  await expect(page).toHaveURL(/powerKva=750/)
  await expect(page.locator('input[name=areaMinHa]')).toHaveValue('3')
  const set = page.locator('.match-result').filter({ hasText: ' + ' }).first()
  const interest = new URL((await set.locator('a.button').getAttribute('href')) ?? '', page.url())
  expect(interest.searchParams.getAll('plot').length).toBeGreaterThan(1)

  const keep = (await page.locator('a[href*="/my/runs/new"]').getAttribute('href')) ?? ''
  await query(`DELETE FROM rate_limit WHERE key LIKE 'sign-in%'`)
  await page.goto(keep)
  await expect(page).toHaveURL(/sign-in\?next=/)
  await page.locator('[name=email]').fill('investor.vn@demo.cotmoc.test')
  await page.locator('[name=password]').fill('cot-moc-dung-thu')
  await page.locator('main form button').first().click()
  await expect(page).toHaveURL(/\/my\/runs\/new\?need=/)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/my\/runs\/[\w-]{12}$/)
  await expect(page.locator('.match-result').first()).toBeVisible()
  const run = page.url()

  await page.goto(NEED)
  await page.locator('form[action$="/my/runs/new"] button').click()
  await expect(page).toHaveURL(/\/my\/runs\/[\w-]{12}$/)
  await visit('/vi/my/needs')
  await expect(page.locator(`a[href$="${new URL(run).pathname}"]`)).toBeVisible()

  await page.goto(interest.pathname + interest.search)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(/\/my\/interests\/[\w-]{36}/)
  for (const code of interest.searchParams.getAll('plot')) await expect(page.locator('main')).toContainText(code)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the address carries the need, and alerts are stopped from a mail without signing in', async ({
    page,
    problems,
    visit,
  }) => {
    problems.allow(422)
    expect((await page.goto('/vi/match?sector=&areaMinHa=&powerKva=5'))?.status()).toBe(422)
    await expect(page.locator('.error-summary li a')).toHaveCount(2)
    await expect(page.locator('input[name=powerKva]')).toHaveValue('5')
    await visit('/vi/match?sector=electronics&areaMinHa=900&maxPriceUsdPerM2=1&minTenureYears=90&powerKva=900.000')
    await page.locator('.relaxations a').first().click()
    await expect(page.locator('.match-result').first()).toBeVisible()

    await visit(`${NEED}&powerKva=750`)
    await page.reload()
    await expect(page.locator('input[name=powerKva]')).toHaveValue('750')
    await page.locator('.site-sign-in').click()
    await signInByForm(page, 'vi', 'investor.vn@demo.cotmoc.test')
    const [need] = await query<{ token: string }>(
      `SELECT "unsubscribeToken" AS token FROM "Need" WHERE alert <> 'never' LIMIT 1`,
    )
    await page.context().clearCookies()
    await visit(`/vi/needs/${need?.token}/stop`)
    await page.locator('main form button').click()
    await expect(page.locator('main form')).toHaveCount(0)
    const [stopped] = await query<{ alert: string }>(
      'SELECT alert FROM "Need" WHERE "unsubscribeToken" = $1',
      need?.token,
    )
    expect(stopped?.alert).toBe('never')
  })
})
