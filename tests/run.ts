// npm test: everything that must hold, one step after the other; the last line is `N passed, N failed`.
//   npm test -- types lint unit build e2e    only these
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWhenNeeded } from '../prisma/build'
import { getChromium, HOW_TO_GET_CHROMIUM } from './chromium'

interface Count {
  passed: number
  failed: number
}

const REPORTS = resolve('.cache/reports')

function run(program: string, args: string[], env: Record<string, string> = {}): boolean {
  const windows = process.platform === 'win32'
  const path = join('node_modules', '.bin', windows ? `${program}.cmd` : program)
  const { status } = spawnSync(path, args, { stdio: 'inherit', shell: windows, env: { ...process.env, ...env } })
  return status === 0
}

/** A step that holds or does not. */
const single = (holds: boolean): Count => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** What a report counts; a program that failed without a counted failure, or wrote no report, is one failure more. */
function counted(holds: boolean, report: string, count: (report: never) => Count): Count {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')) as never)
  return { passed, failed: !holds && failed === 0 ? 1 : failed }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

function unit(): Count {
  const report = join(REPORTS, 'unit.json')
  const holds = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`])
  return counted(holds, report, ({ numPassedTests, numFailedTests, testResults }: VitestReport) => {
    const unread = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + unread.length }
  })
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

function e2e(): Count {
  const report = join(REPORTS, 'e2e.json')
  const holds = run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return counted(holds, report, ({ stats, errors }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }))
}

const STEPS: Record<string, () => Count> = {
  generate: () => single(run('tsx', ['prisma/generate.ts'])),
  types: () => single(run('tsc', ['--noEmit', '-p', '.'])),
  lint: () => single(run('biome', ['check', '--max-diagnostics=50'])),
  unit,
  build: () => single(buildWhenNeeded()),
  e2e,
}

function main(chosen: string[]): number {
  const unknown = chosen.filter((name) => !(name in STEPS))
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(' ')}. Steps: ${Object.keys(STEPS).join(' ')}\n`)
    return 2
  }
  const names = chosen.length > 0 ? chosen : Object.keys(STEPS)
  if (names.includes('e2e') && !getChromium()) {
    process.stdout.write(`${HOW_TO_GET_CHROMIUM}\n0 passed, 1 failed\n`)
    return 1
  }
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const lines: string[] = []
  const total = { passed: 0, failed: 0 }
  for (const name of names) {
    process.stdout.write(`\n── ${name}\n`)
    const began = performance.now()
    const { passed, failed } = attempt(STEPS[name])
    total.passed += passed
    total.failed += failed
    const seconds = Math.round((performance.now() - began) / 1000)
    lines.push(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)}${passed} passed, ${failed} failed (${seconds} s)`)
  }
  process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed > 0 ? 1 : 0
}

function attempt(step: (() => Count) | undefined): Count {
  try {
    return step?.() ?? { passed: 0, failed: 1 }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { passed: 0, failed: 1 }
  }
}

process.exitCode = main(process.argv.slice(2))
