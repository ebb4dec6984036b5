// The production build, made when there is none of the present sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BUILT = 'build/server/server.js'
const DIGEST = 'build/.digest'
const MADE_BY_PRISMA = join('app', 'infra', 'prisma')

/** The files a build is made from. */
function sources(): string[] {
  const within = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  const ours = [
    ...within('app'),
    ...within('public'),
    ...within('prisma').filter((file) => /\.(ts|prisma)$/.test(file)),
  ]
  return [
    ...ours.filter((file) => !file.startsWith(MADE_BY_PRISMA) && !/\.(test|fixture)\.tsx?$/.test(file)).sort(),
    'server.ts',
    'vite.config.ts',
    'remix.config.js',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ]
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources()) hash.update(`\n${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds unless the build at hand was made from the same bytes. False when the build failed. */
export function buildWhenNeeded(): boolean {
  const digest = digestOfSources()
  const current = existsSync(BUILT) && existsSync(DIGEST) && readFileSync(DIGEST, 'utf8') === digest
  if (current) return true
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) {
    process.stderr.write(stderr)
    return false
  }
  writeFileSync(DIGEST, digest)
  return true
}
