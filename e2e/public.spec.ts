import { expect } from '@playwright/test'
import { LANGS, test } from './fixtures'

const READ_PAGES = [
  '',
  '/plots',
  '/match',
  '/match?sector=wood_furniture&areaMinHa=3&readyBy=2028-01-01&powerKva=500&allowSets=yes',
  '/zones',
  '/totals',
  '/procedures',
  '/privacy',
  '/terms',
  '/contact',
  '/verify',
  '/enquiry',
]
const ACCOUNT_PAGES = ['/sign-in', '/register', '/forgot-password']

// Nothing here changes anything: whoever has time takes the next one.
test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false]) {
  for (const lang of LANGS) {
    test.describe(`${lang}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled })

      test('each page says what it is, in its language', async ({ page, visit }) => {
        for (const path of [...READ_PAGES, ...ACCOUNT_PAGES]) {
          await visit(`/${lang}${path}`)
          await expect(page.locator('html')).toHaveAttribute('lang', lang)
          await expect(page.locator('h1')).toHaveCount(1)
          await expect(page.locator('h1')).not.toBeEmpty()
          await expect(page).toHaveTitle(/.{5,}/)
          await expect(page.locator('link[rel=alternate][hreflang]:not([hreflang=x-default])')).toHaveCount(3)
        }
      })

      test('the land: from the list by a filter to a plot and its zone', async ({ page, visit, checkPage }) => {
        await visit(`/${lang}/plots`)
        await page.locator('[name=q]').fill('dong banh')
        await page.locator('form[role=search] button:not([type=reset])').first().click()
        await expect(page).toHaveURL(/[?&]q=dong(\+|%20)banh/)
        await checkPage()
        const plots = page.locator('main a[href*="/plots/"]')
        expect(await plots.count()).toBeGreaterThan(0)
        // What was asked stands in the form again, and in the address, which is all that is shared.
        await expect(page.locator('[name=q]')).toHaveValue('dong banh')
        await expect(page.locator('main svg').first()).toBeAttached()

        await visit(new URL((await plots.first().getAttribute('href')) ?? '', page.url()).pathname)
        await expect(page.locator('h1')).toHaveCount(1)
        const zone = page.locator(`main a[href^="/${lang}/zones/"]`).first()
        await zone.click()
        await expect(page).toHaveURL(/\/zones\/[^/]+$/)
        await checkPage()
        await expect(page.locator('main svg').first()).toBeAttached()
      })

      test('a filter that cannot be is said beside its field', async ({ page, visit }) => {
        await visit(`/${lang}/plots?minAreaHa=much`, 422)
        await expect(page.locator('[name=minAreaHa]')).toHaveValue('much')
        await expect(page.locator('[name=minAreaHa]')).toHaveAttribute('aria-invalid', 'true')
      })

      test('a procedure, and what is not there', async ({ page, visit }) => {
        await visit(`/${lang}/procedures`)
        const procedure = page.locator(`main a[href^="/${lang}/procedures/"]`).first()
        await visit((await procedure.getAttribute('href')) ?? '')
        await visit(`/${lang}/plots/LS-NONE-0`, 404)
        await visit(`/${lang}/there-is-no-such-page`, 404)
        await expect(page.locator('html')).toHaveAttribute('lang', lang)
      })
    })
  }
}

test('pages to read ship no scripts', async ({ page, visit }) => {
  for (const path of ['', '/plots', '/zones', '/opportunities', '/procedures', '/privacy']) {
    await visit(`/en${path}`)
    await expect(page.locator('script[src], script:not([type="application/ld+json"])')).toHaveCount(0)
    await expect(page.locator('link[rel=modulepreload]')).toHaveCount(0)
  }
})

test('the language of the browser decides where / leads', async ({ request }) => {
  for (const [asked, lang] of [
    ['zh-CN,zh;q=0.9', 'zh'],
    ['en-GB', 'en'],
    ['fr', 'vi'],
  ] as const) {
    const answer = await request.get('/', { headers: { 'Accept-Language': asked }, maxRedirects: 0 })
    expect(answer.headers().location, asked).toBe(`/${lang}`)
  }
})

test('an office page sends a stranger to sign in, and back', async ({ page, signIn, visit }) => {
  await visit('/vi/office')
  await expect(page).toHaveURL(/\/vi\/sign-in\?next=%2Fvi%2Foffice/)
  await signIn('officer')
  await visit('/vi/office')
  await expect(page).toHaveURL(/\/vi\/office$/)
})

test('the map opens on demand and stays within the rules for scripts', async ({ page, visit }) => {
  await visit('/vi/plots?map=1')
  await expect(page.locator('.maplibregl-canvas')).toBeVisible({ timeout: 30_000 })
})
