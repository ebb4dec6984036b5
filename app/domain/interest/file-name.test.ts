import { expect, test } from 'vitest'
import { cleanFileName, cleanText, extensionOf } from './file-name'

test('text is written one way, as the database can hold it', () => {
  expect(cleanText('a\0b\ud83c e\u0302')).toBe('ab\ufffd ê')
})

test('a file name is cleaned of folders, control characters and halves of characters', () => {
  expect(cleanFileName('../../etc/hồ sơ\r\n".pdf')).toBe('hồ sơ.pdf')
  expect(cleanFileName('C:\\a\\b.pdf')).toBe('b.pdf')
  const long = cleanFileName(`x${'🏭'.repeat(80)}.pdf`)
  expect(long).toMatch(/\ufffd\.pdf$/)
  expect(() => encodeURIComponent(long)).not.toThrow()
  // A Mac writes the marks of a name apart: the same file is known again.
  expect(cleanFileName('Thuyết minh.pdf'.normalize('NFD'))).toBe('Thuyết minh.pdf'.normalize('NFC'))
})

test('an extension is what stands after the last dot', () => {
  expect(['hop-dong.pdf.EXE', 'x..pdf', 'a', '.pdf', 'a.'].map(extensionOf)).toEqual(['exe', 'pdf', '', '', ''])
})
