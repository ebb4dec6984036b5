// What the end-to-end tests share: a page whose errors fail the test, checks of every page visited, signing in.
import { createHash, randomBytes } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { connectionOf } from '../app/infra/embedded.server'
import { DEMO_PASSWORD, demoEmail } from '../prisma/seed/factories'

export const LANGS = ['vi', 'en', 'zh'] as const
export type Lang = (typeof LANGS)[number]

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WEEK_MS = 7 * 24 * 3_600_000

interface Fixtures {
  /** Errors of console and page. A refused form's own status is expected: `problems.allow(422)`. */
  problems: { allow(...statuses: number[]): void }
  /** Opens an address with the status it should have, and checks the page. */
  visit: (path: string, status?: number) => Promise<void>
  /** WCAG 2.2 AA by axe, and nothing wider than the window. */
  checkPage: () => Promise<void>
  /** Opens a session for a demo account without the form: `await signIn('officer')`. */
  signIn: (name: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern
  baseURL: async ({}, use) => {
    await use(process.env.E2E_URL)
  },
  problems: [
    async ({ page }, use) => {
      const said: { text: string; status: number | null }[] = []
      const allowed = new Set<number>()
      page.on('pageerror', (error) => said.push({ text: `page error: ${error.message}`, status: null }))
      page.on('console', (message) => {
        if (message.type() !== 'error') return
        const status = message.text().match(/responded with a status of (\d{3})/)?.[1]
        said.push({ text: `${message.text()} (${message.location().url})`, status: status ? Number(status) : null })
      })
      await use({
        allow: (...statuses) => {
          for (const status of statuses) allowed.add(status)
        },
      })
      const wrong = said.filter(({ status }) => status === null || !allowed.has(status)).map(({ text }) => text)
      expect(wrong, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
  checkPage: async ({ page, javaScriptEnabled }, use) => {
    await use(() => checkPage(page, javaScriptEnabled !== false))
  },
  visit: async ({ page, problems, checkPage }, use) => {
    await use(async (path, status = 200) => {
      if (status >= 400) problems.allow(status)
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(status)
      await checkPage()
    })
  },
  signIn: async ({ page, baseURL }, use) => {
    await use(async (name) => {
      const value = await openSession(demoEmail(name))
      await page.context().clearCookies({ name: 'cm_session' })
      await page
        .context()
        .addCookies([{ name: 'cm_session', value, url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' }])
    })
  },
})

async function checkPage(page: Page, scripts: boolean): Promise<void> {
  const where = page.url()
  const { scrolls, window } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(scrolls, `${where} is wider than the window`).toBeLessThanOrEqual(window)
  // axe works by timers of the page, which stand still where scripts are off; the same page is checked with them on.
  if (!scripts) return
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze()
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => node.html),
  }))
  expect(told, `${where} and WCAG 2.2 AA`).toEqual([])
}

/** Signs in through the form, as a person does; many people share this machine's address, so its tries are forgiven. */
export async function signInByForm(page: Page, lang: Lang, email: string, password = DEMO_PASSWORD): Promise<void> {
  await query(`DELETE FROM rate_limit WHERE key LIKE 'sign-in%'`)
  await page.goto(`/${lang}/sign-in`)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.locator('main form button[type=submit], main form button:not([type])').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** Asks the running server's database. */
export async function query<T extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<T[]> {
  const connection = connectionOf(process.env.E2E_DATA_DIR ?? '')
  if (!connection) throw new Error('The server under test does not run.')
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/**
 * A session row as signing in writes it; gives the cookie's value. Its beginning follows the server's own clock, its end
 * the machine's: Lucia judges the end by the latter, whatever CLOCK says.
 */
export async function openSession(email: string): Promise<string> {
  const value = randomBytes(25).toString('hex')
  const id = createHash('sha256').update(value).digest('hex')
  const createdAt = new Date('2026-11-23T02:00:00Z')
  const rows = await query(
    `INSERT INTO "Session" (id, "personId", "expiresAt", "createdAt")
     SELECT $1, id, $3, $4 FROM "Person" WHERE email = $2 RETURNING id`,
    id,
    email,
    new Date(Date.now() + WEEK_MS),
    createdAt,
  )
  expect(rows, `an account ${email}`).toHaveLength(1)
  return value
}
