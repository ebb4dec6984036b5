import { expect, it } from 'vitest'
import { readSettings } from './env.server'
import { mapOrigins } from './headers.server'

it('reads an empty environment as the defaults', () => {
  const read = readSettings({})
  expect(read.ok && read.settings).toMatchObject({ PORT: 3000, DATA_DIR: './data', DEMO: false, TRUST_PROXY: false })
})

it('reads a blank value as none', () => {
  const read = readSettings({ DATABASE_URL: '', PORT: '', SMTP_URL: '' })
  expect(read.ok && read.settings.DATABASE_URL).toBeUndefined()
})

it('says every mistake on a line of its own', () => {
  const read = readSettings({
    PORT: 'x',
    DATABASE_URL: 'mysql://a',
    DEMO: 'yes',
    FILES_URL: 's3://bucket',
    METRICS_TOKEN: 'short',
  })
  expect(read.ok ? [] : read.mistakes.map((line) => line.split(':')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'FILES_URL',
    'DEMO',
    'METRICS_TOKEN',
  ])
})

it('accepts a shifted clock only in the demo or under test', () => {
  const clock = { CLOCK: '2026-11-23T02:00:00Z' }
  expect(readSettings({ ...clock, NODE_ENV: 'production' }).ok).toBe(false)
  expect(readSettings({ ...clock, NODE_ENV: 'production', DEMO: '1' }).ok).toBe(true)
  expect(readSettings({ ...clock, NODE_ENV: 'test' }).ok).toBe(true)
})

it('admits the origins a map style is read from, and no others', () => {
  const map = { MAP_STYLE_URL: 'https://maps.example.org/style.json?key=1' }
  const origins = (environment: Record<string, string>) => {
    const read = readSettings(environment)
    return read.ok ? mapOrigins(read.settings) : read.mistakes
  }
  expect(origins({})).toBe('')
  expect(origins({ MAP_ORIGINS: 'https://tiles.example.org' })).toBe('')
  expect(origins(map)).toBe(' https://maps.example.org')
  const further = 'https://tiles.example.org/ https://maps.example.org, https://a.example.org:8443'
  expect(origins({ ...map, MAP_ORIGINS: further })).toBe(
    ' https://maps.example.org https://tiles.example.org https://a.example.org:8443',
  )
  for (const wrong of ['tiles.example.org', 'https://tiles.example.org/v1', "https://a b'", '*', "'unsafe-inline'"]) {
    expect(origins({ ...map, MAP_ORIGINS: wrong }), wrong).toEqual([expect.stringContaining('MAP_ORIGINS')])
  }
  expect(origins({ MAP_STYLE_URL: 'javascript:alert(1)' })).toEqual([expect.stringContaining('MAP_STYLE_URL')])
})
