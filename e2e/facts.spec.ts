// Land that is kept true: a fact that ran out is still true by one press, with scripts off; a rung gets its evidence.
import { expect } from '@playwright/test'
import { test } from './fixtures'

test('a fact that ran out is confirmed by one press, and what is changed can be looked up by its day', async ({
  page,
  signIn,
  visit,
}) => {
  await signIn('developer.huulung')
  await visit('/vi/desk/facts')
  const rows = page.locator('tbody tr')
  const before = await rows.count()
  expect(before).toBeGreaterThan(0)
  await rows.first().locator('form button').click()
  await expect(rows).toHaveCount(before - 1)
  await visit('/vi/desk/plots/HL-A1/facts?key=contact')
  await page.locator('textarea[name=value]').fill('Phòng kinh doanh, 0205 000 0009')
  await page.locator('input[name=source]').fill('Văn bản 9')
  await page.locator('#change button[type=submit]').last().click()
  await expect(page.getByText('Phòng kinh doanh, 0205 000 0009').first()).toBeVisible()
  await visit('/vi/plots/HL-A1')
  await expect(page.getByText('Phòng kinh doanh, 0205 000 0009').first()).toBeVisible()
  await visit('/en/plots/HL-A1?asOf=2020-01-01')
  await expect(page.locator('#record .banner')).toContainText('Nothing was recorded before')
})

test('a rung is recorded with evidence that anybody may read', async ({ page, signIn, visit, problems }) => {
  problems.allow(422)
  await signIn('officer')
  await visit('/vi/office/plots/HL-G3/readiness')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.error-summary')).toBeVisible()
  await page.locator('select[name=rung]').selectOption('recovery_notice')
  const reachedOn = page.locator('input[name=reachedOn]')
  await reachedOn.fill((await reachedOn.getAttribute('max')) ?? '')
  await page.locator('input[name=source]').fill('Thông báo thu hồi đất số 1')
  await page.locator('input[name=evidence]').setInputFiles({
    name: 'thong-bao.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await page.locator('input[name=evidenceIsPublic]').check()
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByRole('link', { name: /thong-bao\.pdf/ })).toBeVisible()
})
