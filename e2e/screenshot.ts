// npm run screenshot: the README's picture, taken of the built demo.
import { chromium } from '@playwright/test'
import { buildWhenNeeded } from '../prisma/build'
import { startBuilt } from '../tests/built-server'
import { CHROMIUM_ARGS, getChromium, HOW_TO_GET_CHROMIUM } from '../tests/chromium'

const PICTURE = 'docs/pictures/catalogue.png'

const executablePath = getChromium()
if (!executablePath) throw new Error(HOW_TO_GET_CHROMIUM)
if (!buildWhenNeeded()) throw new Error('The build failed.')
const server = await startBuilt({ env: { CLOCK: '2026-11-23T02:00:00Z' } })
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, '--lang=vi-VN'] })
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    deviceScaleFactor: 1.5,
    locale: 'vi-VN',
  })
  await page.goto(`${server.url}/vi/plots`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: PICTURE })
  process.stdout.write(`${PICTURE}\n`)
} finally {
  await browser.close()
  await server.stop()
}
