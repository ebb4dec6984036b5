import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './tests/chromium'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 45_000,
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testMatch: /public\.spec\.ts/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
})
