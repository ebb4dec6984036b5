// A file of land: its preview, confirming, undoing; files that cannot be read; an export ordered and fetched.
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { query, test } from './fixtures'

const HEAD = 'code,zone,areaM2,readiness,commercial,source,priceUsdPerM2,priceConfirmedUntil'
const ZONE = 'LS-IP-DONGBANH'

async function send(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/en/office/imports/new')
  await page.locator('main [name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.locator('main form button').last().click()
}

/** The page loads itself again until the job is done. */
const settled = (page: Page, words: string | RegExp) =>
  expect(page.locator('main')).toContainText(words, { timeout: 30_000 })
const codes = async () =>
  (await query<{ code: string }>(`SELECT code FROM "Plot" WHERE code LIKE 'E2E-%' ORDER BY code`)).map(
    ({ code }) => code,
  )

test('a file of land is shown row by row, written when confirmed, and undone', async ({ page, signIn, checkPage }) => {
  test.setTimeout(120_000)
  await signIn('officer')
  await send(
    page,
    'plots.csv',
    `${HEAD}\nE2E-1,${ZONE},20000,planned,not_offered,trial,"80,5",31/12/2027\nE2E-2,${ZONE},5,planned,leased,,,\n`,
  )
  await settled(page, 'Confirm and write')
  await expect(page.locator('main')).toContainText('Inserted (1)')
  await expect(page.locator('main')).toContainText('Rejected (1)')
  await checkPage()
  expect(await codes()).toEqual([])
  await page.locator('main button[value=confirm]').click()
  await settled(page, 'Undo the whole import')
  expect(await codes()).toEqual(['E2E-1'])
  await page.locator('main button[value=undo]').click()
  await settled(page, 'Undone')
  expect(await codes()).toEqual([])
})

test('a file that cannot be read says which column or row', async ({ page, signIn, problems }) => {
  await signIn('officer')
  await send(page, 'wrong.csv', `code,zona,areaM2,code\n1,2,3,4\n`)
  await settled(page, 'Column B (cell B1) is headed “zona”')
  await settled(page, 'Columns D and A (row 1) are both “Plot code [code]”')
  await settled(page, 'The column “Source [source]” is missing')
  problems.allow(415)
  await send(page, 'picture.png', 'not a sheet')
  await settled(page, 'This type of file is not accepted')
})

test('the list is exported as a job whose file is its own', async ({ page, signIn }) => {
  await signIn('developer.huulung')
  await page.goto('/en/desk/plots')
  await page.locator('main details summary').last().click()
  await page.locator('main [name=format]').selectOption('csv')
  await page.locator('main form[action*=export] button').click()
  await settled(page, 'Download')
  const address = (await page.locator('main a[href$="/file"]').getAttribute('href')) ?? ''
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('main a[href$="/file"]').click()])
  expect(readFileSync(await file.path(), 'utf8')).toContain('LS-IP-VSIP')
  await signIn('officer')
  expect((await page.request.get(address)).status()).toBe(404)
})
