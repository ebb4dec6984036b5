// Work on the inventory, with scripts off as all these pages are: a developer splits a plot, the office accepts many at
// once, a plot is set to go public at an hour, and whoever asked for a review does not publish.
import { expect } from '@playwright/test'
import { query, test } from './fixtures'

// The demo makes these by commands once the site answers.
test.beforeEach(async () => {
  const last = `SELECT 1 FROM "Plot" WHERE code = 'HL-H3' AND "publishAt" IS NOT NULL`
  await expect.poll(async () => (await query(last)).length, { timeout: 120_000 }).toBe(1)
})

test('a developer splits a plot of its zone; the office accepts the parts together', async ({
  page,
  signIn,
  visit,
  problems,
}) => {
  problems.allow(422)
  await signIn('developer.huulung')
  await visit('/vi/desk')
  await expect(page.locator('main')).toContainText('HL-H2')
  await visit('/vi/desk/plots/split?plot=HL-E3')
  await page.locator('input[name=share]').fill('30')
  await page.locator('form[method=get] button[type=submit]').click()
  await expect(page.locator('svg.plot-sketch')).toBeVisible()
  const confirm = page.locator('main form[method=post] button')
  await confirm.click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.locator('input[name=reason]').fill('Bản vẽ phân lô số 3')
  await confirm.click()
  await expect(page).toHaveURL(/\/vi\/desk\/plots\/HL-E3$/)
  await expect(page.locator('main')).toContainText('HL-E3-1')
  await visit('/vi/plots/HL-E3')
  await expect(page.locator('.banner-amber').first()).toBeVisible()
  await visit('/vi/desk/plots/HL-E3-1/publish')
  await expect(page.locator('input[name=step][value=publish]')).toHaveCount(0)
  await visit('/vi/desk/plots/merge?plot=HS-A1', 404)

  await signIn('officer')
  await visit('/vi/office/plots?publication=in_review&q=HL-E3')
  for (const code of ['HL-E3-1', 'HL-E3-2']) await page.locator(`input[name=plot][value=${code}]`).check()
  await page.locator('form[action$="/office/plots/bulk"] .actions button').first().click()
  await page.locator('input[name=kind][value=publication]').check()
  await page.locator('select[name=step]').selectOption('publish')
  await page.locator('main form').first().locator('button').click()
  await expect(page.locator('tbody .tone-pine')).toHaveCount(2)
  await page.locator('main form').last().locator('button').click()
  await expect(page).toHaveURL(/\/vi\/office\/plots$/)
  await visit('/en/plots/HL-E3-1')
  const detail = await page.request.get('/api/v1/plots/HL-E3')
  expect((await detail.json()).retired.became).toEqual(['HL-E3-1', 'HL-E3-2'])
})

test('whoever asked for the review does not publish; another sets the hour and may take it back', async ({
  page,
  signIn,
  visit,
}) => {
  await signIn('head')
  await visit('/vi/office/plots/HL-H1/publish')
  const step = (name: string) => page.locator('form', { has: page.locator(`input[name=step][value=${name}]`) })
  await step('schedule').locator('input[name=day]').fill(nextYear())
  await step('schedule').locator('button').click()
  await expect(page).toHaveURL(/\/vi\/office\/plots\/HL-H1$/)
  await expect(page.locator('header .tone-sky')).toBeVisible()
  await visit('/vi/office/plots/HL-H1/publish')
  await step('cancel').locator('button').click()
  await expect(page.locator('header .tone-sky')).toHaveCount(0)

  await visit('/zh/office/plots/HL-H2/publish')
  await step('ask_review').locator('button').click()
  await visit('/en/office/plots/HL-H2/publish')
  await expect(step('publish').locator('button')).toBeDisabled()
})

/** A day some months ahead: within the year for which an hour can be set. */
function nextYear(): string {
  return new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
}
