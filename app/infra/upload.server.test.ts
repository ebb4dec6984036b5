import { mkdtempSync, readdirSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { settings } from './env.server'
import { readForm } from './http.server'
import { REQUEST_ID, readParts, sweepIncoming, withIncoming } from './upload.server'

settings().DATA_DIR = mkdtempSync(path.join(tmpdir(), 'cm-upload-'))
const incoming = path.join(settings().DATA_DIR, 'incoming')
const waiting = () => readdirSync(incoming)

const posted = (type: string, body: BodyInit) =>
  new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': type, [REQUEST_ID]: 'r' }, body })
const multipart = (body: string) => posted('multipart/form-data; boundary=b', body)
const file = (fileName: string, content: string, end = '\r\n--b--\r\n') =>
  `--b\r\nContent-Disposition: form-data; name="files"; filename="${fileName}"\r\n\r\n${content}${end}`
const PDF = '%PDF-1.4\n1 0 obj\n'

it('writes text one way, as the database can hold it', async () => {
  const form = await readParts(posted('application/x-www-form-urlencoded', 'name=a%00b&%00x=1'), 'no-files')
  expect(form.ok && [...form.value.fields]).toEqual([
    ['name', 'ab'],
    ['x', '1'],
  ])
  const half = Buffer.concat([
    Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=utf-16le\r\n\r\n',
    ),
    Buffer.from([0x61, 0x00, 0x00, 0xd8]),
    Buffer.from('\r\n--b--\r\n'),
  ])
  const parts = await readParts(posted('multipart/form-data; boundary=b', half), 'no-files')
  expect(parts.ok && parts.value.fields.get('a')).toBe('a\ufffd')
})

it('refuses a form of too many fields, too many bytes, or cut off', async () => {
  const refused = async (request: Request, files: 'files' | 'no-files' = 'no-files') => {
    const parts = await withIncoming('r', () => readParts(request, files))
    return parts.ok ? (parts.value.wrong?.code ?? null) : parts.refusal.code
  }
  const many = Array.from({ length: 400 }, (_, index) => `k${index}=1`).join('&')
  expect(await refused(posted('application/x-www-form-urlencoded', many))).toBe('invalid-form')
  expect(await refused(posted('application/x-www-form-urlencoded', 'x'.repeat(1024 * 1024 + 1)))).toBe('too-large')
  expect(await refused(multipart(file('a.pdf', PDF.repeat(5000), '')), 'files')).toBe('invalid-form')
  expect(await refused(multipart(file('a.pdf', PDF.repeat(5000), '')))).toBe('invalid-form')
  expect(await refused(multipart(file('', PDF.repeat(5000), '')), 'files')).toBe('invalid-form')
  expect(await refused(multipart(file('a.pdf', '<html>')), 'files')).toBe('wrong-type')
  expect(await refused(multipart(file('a.pdf', PDF)))).toBe('invalid-form')
  expect(waiting()).toEqual([])
})

it('keeps what was typed beside a file that is not taken, and tells all that is wrong', async () => {
  const text = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const form = z.object({ number: z.string(), reason: z.string().min(1, 'required') })
  const body = text('number', '01/HĐ') + text('reason', '') + file('a.pdf', '<html>')
  const read = await withIncoming('r', () => readForm(multipart(body), form, 'files'))
  expect(read).toEqual({
    ok: false,
    answer: {
      values: { number: '01/HĐ', reason: '' },
      errors: [
        { field: 'reason', code: 'required', values: expect.anything() },
        { field: 'files', code: 'wrong-type', values: { file: 'a.pdf' } },
      ],
    },
    status: 415,
  })
})

it('lets no temporary file outlive its request', async () => {
  await withIncoming('r', async () => {
    const parts = await readParts(multipart(file('a.pdf', PDF)), 'files')
    expect(parts.ok && parts.value.uploads).toHaveLength(1)
    expect(waiting()).toHaveLength(1)
  })
  expect(waiting()).toEqual([])
})

it('sweeps what is older than an hour, and nothing younger', async () => {
  await writeFile(path.join(incoming, 'old'), 'x')
  await writeFile(path.join(incoming, 'young'), 'x')
  const old = new Date(Date.now() - 2 * 3_600_000)
  await utimes(path.join(incoming, 'old'), old, old)
  await sweepIncoming()
  expect(waiting()).toEqual(['young'])
})
