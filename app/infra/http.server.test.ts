import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { settings } from './env.server'
import { keepBytes } from './files.server'
import { letterAnswer, readJson, safeNext, uploadAnswer } from './http.server'

settings().DATA_DIR = mkdtempSync(path.join(tmpdir(), 'cm-http-'))

it('comes back to an address of its own alone, written as a header can carry it', () => {
  expect(safeNext('/vi/plots?q=đồng', '/x')).toBe('/vi/plots?q=%C4%91%E1%BB%93ng')
  expect(safeNext('/zh', '/x')).toBe('/zh')
  expect(safeNext('/vi/\r\nX-Evil: 1', '/x')).toBe('/vi/X-Evil:%201')
  const elsewhere = [
    null,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/vi',
    'javascript:alert(1)//vi',
    '/vi/..//evil.example',
    '/api/v1/zones',
    'http://',
  ]
  for (const next of elsewhere) expect(safeNext(next, '/x')).toBe('/x')
})

it('lets nobody open in the browser what somebody uploaded, and shows letters there', async () => {
  await keepBytes('a', Buffer.from('%PDF-1.4'))
  const file = { storageKey: 'a', fileName: "hồ sơ d'án.pdf", mediaType: 'application/pdf' }
  const uploaded = (await uploadAnswer(file)).headers
  expect(uploaded.get('Content-Disposition')).toBe(
    "attachment; filename*=UTF-8''h%E1%BB%93%20s%C6%A1%20d%27%C3%A1n.pdf",
  )
  expect(uploaded.get('Content-Security-Policy')).toContain('sandbox')
  const letter = (await letterAnswer(file)).headers
  expect(letter.get('Content-Disposition')).toMatch(/^inline;/)
  expect(letter.get('Content-Security-Policy')).toBeNull()
  for (const headers of [uploaded, letter]) expect(headers.get('Cache-Control')).toBe('private, no-store')
})

it('cleans the text of a call as it cleans the text of a form', async () => {
  const request = new Request('http://localhost/', { method: 'POST', body: '{"a":"x\\u0000\\ud800"}' })
  request.headers.set('Content-Type', 'application/json')
  const read = await readJson(request, z.object({ a: z.string() }))
  expect(read.ok && read.value.a).toBe('x\ufffd')
})
