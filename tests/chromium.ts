// A Chromium that starts: the one named, Playwright's own, or the system's; else it is installed where that is allowed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const playwrightsOwn = (): string => {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

/** Some systems have a file of that name that only says how to install it. */
const starts = (path: string): boolean =>
  existsSync(path) &&
  (process.platform === 'win32' ||
    spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000, stdio: 'ignore' }).status === 0)

let found: string | undefined

/** Where a Chromium stands that starts; undefined when there is none. */
export function findChromium(): string | undefined {
  found ??= [process.env.CHROMIUM_PATH ?? '', playwrightsOwn(), ...SYSTEM].find((path) => path !== '' && starts(path))
  return found
}

/** Finds a Chromium, else installs one: from Playwright, else by the system's package manager. Undefined when neither may. */
export function getChromium(): string | undefined {
  const known = findChromium()
  if (known) return known
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: 'inherit', timeout: 300_000, shell: process.platform === 'win32' }).status === 0
  process.stdout.write('No Chromium found: asking Playwright for one.\n')
  run('npx', 'playwright', 'install', 'chromium')
  if (findChromium()) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write("Playwright's Chromium does not start here: asking apt-get for one.\n")
    if (run('apt-get', 'update'))
      run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  }
  return findChromium()
}

export const HOW_TO_GET_CHROMIUM = [
  'The end-to-end tests need a Chromium, and none that starts was found or could be installed. Run one of',
  '  npx playwright install --with-deps chromium',
  '  sudo apt-get install -y chromium',
  'or name one: CHROMIUM_PATH=/path/to/chrome npm test',
].join('\n')
