import { expect } from '@playwright/test'
import { test } from './fixtures'

const ZONE = 'LS-IP-DONGBANH'
const PLOT = 'DB-A2'

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the drawn map, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('makes one selection of list and map, both ways, and keeps the colouring', async ({
      page,
      visit,
      checkPage,
    }) => {
      await visit(`/vi/plots?zone=${ZONE}&colour=commercial`)
      const onMap = page.locator(`#on-map-${PLOT}`)
      const inList = page.locator(`#plot-${PLOT}`)
      await inList.getByRole('link', { name: `Xem lô ${PLOT} trên sơ đồ` }).click()
      await expect(page).toHaveURL(/colour=commercial.*selected=DB-A2#on-map-DB-A2$/)
      await expect(onMap).toHaveAttribute('aria-current', 'true')
      await expect(inList).toHaveAttribute('aria-current', 'true')
      await checkPage()

      const other = page.locator('.map a[data-plot]:not([aria-current])[href*="#plot-"]').first()
      const code = await other.getAttribute('data-plot')
      await other.focus()
      await page.keyboard.press('Enter')
      await expect(page.locator(`#plot-${code}`)).toHaveAttribute('aria-current', 'true')
      await expect(page.locator(`#on-map-${code}`)).toHaveAttribute('aria-current', 'true')
      await expect(inList).not.toHaveAttribute('aria-current', 'true')
    })

    test('says what it is coloured by in words and letters, and refuses another colouring', async ({ page, visit }) => {
      await visit(`/en/plots?zone=${ZONE}`)
      await expect(page.locator('.map-colour strong')).toHaveText('readiness')
      await page.locator('.map-colour a').click()
      await expect(page.locator('.map-colour strong')).toHaveText('commercial state')
      await expect(page.locator('.map .legend').first()).toContainText('O Offered')
      await visit('/en/plots?colour=red', 422)
    })

    test('fits a telephone without scrolling sideways', async ({ page, visit }) => {
      await page.setViewportSize({ width: 360, height: 780 })
      for (const path of [`/vi/plots?zone=${ZONE}`, '/zh/plots', '/en/zones', `/vi/zones/${ZONE}`]) {
        await visit(path)
        const frame = page.locator('.map-frame').first()
        expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth), path).toBe(0)
      }
    })
  })
}

test('a keeper sees at once what is wrong with a boundary, and draws where scripts run', async ({
  page,
  signIn,
  visit,
}) => {
  await signIn('officer')
  await visit('/vi/office/plots/DB-A1')
  const ring = page.locator('[name=ring]')
  const state = page.locator('.boundary-state')
  await expect(state).toContainText('Ranh giới hợp lệ')
  const drawn = JSON.parse(await ring.inputValue()) as { coordinates?: [number, number][][] } | [number, number][]
  const corners = Array.isArray(drawn) ? drawn : (drawn.coordinates?.[0] ?? [])
  await ring.fill(JSON.stringify(corners.map(([lon, lat]) => [lat, lon])))
  await expect(state).toContainText('đảo kinh độ và vĩ độ')
  await ring.fill(JSON.stringify([corners[0], corners[2], corners[1], ...corners.slice(3)]))
  await expect(state).toContainText('tự cắt')
  await page.getByRole('button', { name: 'Vẽ ranh giới trên bản đồ' }).click()
  await expect(page.locator('.interactive-map-box')).toBeVisible()
})
