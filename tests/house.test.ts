import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../app/domain/refusal'
import { LANGS } from '../app/domain/text'
import { checkHouse, EXCEPTIONS, type Source } from './house-rules'

const PLACES = ['app', 'prisma', 'tests', 'e2e', 'bench']
/** Made by Prisma; a page kept frozen for comparison. */
const NOT_OURS = /^(app\/infra\/prisma|bench\/floor)\//

function ownFiles(): string[] {
  const within = PLACES.filter((place) => existsSync(place)).flatMap((place) =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/')),
  )
  const top = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
  return [...within, ...top].filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file) && !NOT_OURS.test(file))
}

const house: Source[] = ownFiles().map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('the house', () => {
  it('keeps its rules', () => {
    expect(house.length).toBeGreaterThan(100)
    expect(checkHouse(house)).toEqual([])
  })

  it('has no exception that is not needed', () => {
    const without = checkHouse(house, {})
    for (const [file, { rule }] of Object.entries(EXCEPTIONS)) {
      expect(
        without.filter((mistake) => mistake.startsWith(`${file}: ${rule}:`)),
        file,
      ).not.toEqual([])
    }
  })

  it.each(LANGS)('has a sentence in %s for every refusal', (lang) => {
    const sentences = JSON.parse(readFileSync(`app/locales/${lang}/refusal.json`, 'utf8')) as Record<string, string>
    const missing = Object.keys(REFUSALS).filter((code) => !sentences[code]?.trim())
    expect(missing).toEqual([])
  })

  it('keeps secrets and data out of the repository', () => {
    const inGit = existsSync('.git') ? execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n') : []
    expect(inGit.filter((file) => /^(data|build)\/|(^|\/)\.env$|node_modules\//.test(file))).toEqual([])
  })
})

const command = (name: string) =>
  `import { transact } from '~/infra/transact.server'\nexport const ${name} = () => transact(ctx, work)\n`

/** Each breaks one rule. */
const BROKEN: [rule: string, what: string, ...sources: [string, string][]][] = [
  ['import', 'a domain rule that reads the database', ['app/domain/case/state.ts', `import '~/infra/db.server'`]],
  ['import', 'a domain rule with a package', ['app/domain/case/state.ts', `import { z } from 'zod'`]],
  ['import', 'a domain rule with React', ['app/domain/case/state.ts', `import type { FC } from 'react'`]],
  ['import', 'a relative way round', ['app/domain/case/state.ts', `import x from '../../forms/party'`]],
  ['import', 'a form that knows the database', ['app/forms/party.ts', `import { db } from '../infra/db.server'`]],
  ['import', 'a component with a query', ['app/components/land/list.tsx', `import('~/queries/land/list.server')`]],
  ['import', 'infra with a command', ['app/infra/mail.server.ts', `import '~/commands/case/a.server'`]],
  ['import', 'infra with a component', ['app/infra/mail.server.ts', `type A = import('~/components/kit/a').A`]],
  ['import', 'a query with a form', ['app/queries/land/a.server.ts', `import '~/forms/land'`]],
  ['import', 'a query of another noun', ['app/queries/land/a.server.ts', `import '../case/b.server'`]],
  ['import', 'a document with infra', ['app/documents/case/a.ts', `import '~/infra/files.server'`]],
  ['import', 'a command with a query', ['app/commands/case/a-b.server.ts', `import '~/queries/case/a.server'`]],
  ['import', 'a command with a form', ['app/commands/case/a-b.server.ts', `import '~/forms/case'`]],
  [
    'import',
    'a command with another command',
    ['app/commands/case/close-case.server.ts', `import './open-case.server'\n${command('closeCase')}`],
    ['app/commands/case/open-case.server.ts', command('openCase')],
  ],
  ['import', 'a job with a component', ['app/jobs/a.ts', `import '~/components/kit/a'`]],
  ['import', 'a route that sends mail', ['app/routes/my/a.tsx', `import '~/infra/mail.server'`]],
  ['import', 'somebody who imports a route', ['app/components/land/a.tsx', `import '~/routes/public/plots'`]],
  ['import', 'the process with a route', ['server.ts', `import './app/routes/public/plots'`]],
  ['import', 'a way out of app', ['app/queries/land/a.server.ts', `import '../../../prisma/seed/factories'`]],
  ['import', 'a rule with a fixture', ['app/domain/time/a.ts', `import './calendar.fixture'`]],
  ['import', 'Lucia elsewhere', ['app/infra/http.server.ts', `import { Lucia } from 'lucia'`]],
  ['env', 'a setting read elsewhere', ['app/infra/mail.server.ts', `const url = process.env.SMTP_URL`]],
  ['env', 'a setting read by the process', ['server.ts', `const { PORT } = process.env`]],
  ['database', 'another client', ['prisma/seed/demo.ts', `const prisma = new PrismaClient({ adapter })`]],
  ['clock', 'the present time in a query', ['app/queries/land/a.server.ts', `const now = new Date()`]],
  ['clock', 'the present time in a component', ['app/components/kit/a.tsx', `const now = Date.now()`]],
  ['name', 'a folder that says nothing', ['app/components/shared/a.tsx', 'export const a = 1']],
  ['name', 'a file that says nothing', ['app/domain/time/day-utils.ts', 'export const a = 1']],
  ['barrel', 'a barrel', ['app/components/kit/index.ts', `export { a } from './a'\nexport { b } from './b'`]],
  ['barrel', 'a star', ['app/components/kit/a.ts', `export * from './b'\nexport const c = 1`]],
  ['length', 'a long file', ['app/domain/time/a.ts', 'const a = 1\n'.repeat(301)]],
  ['length', 'a long route', ['app/routes/my/a.tsx', 'const a = 1\n'.repeat(151)]],
  ['command', 'a command under another name', ['app/commands/case/close-case.server.ts', command('shutCase')]],
  [
    'command',
    'two commands in a file',
    ['app/commands/case/close-case.server.ts', `${command('closeCase')}export function openCase() {}`],
  ],
  ['command', 'a command the browser could get', ['app/commands/case/close-case.ts', command('closeCase')]],
]

const FINE: [what: string, ...sources: [string, string][]][] = [
  ['a rule with a rule', ['app/domain/case/state.ts', `import { ok } from '../verdict'`]],
  [
    'a route with all it may',
    ['app/routes/my/a.tsx', `import '~/infra/http.server'\nimport '~/commands/case/a.server'`],
  ],
  ['an instant from a value', ['app/queries/land/a.server.ts', 'const then = new Date(row.at)']],
  ['a test with its fixture', ['app/documents/case/a.test.ts', `import './a.fixture'\nimport fc from 'fast-check'`]],
  ['a script with settings', ['prisma/demo.ts', 'const port = process.env.PORT']],
  [
    'a command with what its noun shares',
    ['app/commands/case/close-case.server.ts', `import { end } from './clocks.server'\n${command('closeCase')}`],
    ['app/commands/case/clocks.server.ts', 'export const end = () => 1\nexport const begin = () => 2'],
  ],
]

describe('the checker', () => {
  it.each(BROKEN)('finds by its rule "%s": %s', (rule, _what, ...sources) => {
    const [first] = sources
    const mistakes = checkHouse(sources.map(([path, text]) => ({ path, text })))
    expect(mistakes.join('\n')).toMatch(`${first?.[0]}: ${rule}:`)
    expect(mistakes).toHaveLength(1)
  })

  it.each(FINE)('lets pass %s', (_what, ...sources) => {
    expect(checkHouse(sources.map(([path, text]) => ({ path, text })))).toEqual([])
  })
})
