import { describe, expect, test } from 'vitest'
import { blocksSending, PIECE_BYTES, standingOf, takePiece, UPLOAD_STATES, type UploadFacts } from './upload'

const now = new Date('2026-11-26T03:00:00Z')
const upload: UploadFacts = {
  state: 'uploading',
  sizeBytes: PIECE_BYTES + 100,
  receivedBytes: PIECE_BYTES,
  heardAt: new Date('2026-11-26T02:00:00Z'),
  failure: null,
}
const codeOf = (verdict: ReturnType<typeof takePiece>) => (verdict.ok ? 'ok' : verdict.refusal.code)

describe('a piece of a file', () => {
  test('follows the one before, and the last completes it', () => {
    const fresh = { ...upload, receivedBytes: 0 }
    expect(takePiece(fresh, { offset: 0, bytes: PIECE_BYTES }, now)).toEqual({
      ok: true,
      value: { receivedBytes: PIECE_BYTES, complete: false },
    })
    expect(takePiece(upload, { offset: PIECE_BYTES, bytes: 100 }, now)).toEqual({
      ok: true,
      value: { receivedBytes: PIECE_BYTES + 100, complete: true },
    })
  })

  test('that came already, or leaves a gap, is told what was received', () => {
    for (const offset of [0, PIECE_BYTES + 50]) {
      expect(takePiece(upload, { offset, bytes: 10 }, now)).toEqual({
        ok: false,
        refusal: { code: 'upload-offset', values: { received: PIECE_BYTES } },
      })
    }
  })

  test('is no larger than announced, no larger than a piece, and not empty before the end', () => {
    expect(codeOf(takePiece(upload, { offset: PIECE_BYTES, bytes: 101 }, now))).toBe('too-large')
    const long = { ...upload, sizeBytes: PIECE_BYTES * 3 }
    expect(codeOf(takePiece(long, { offset: PIECE_BYTES, bytes: PIECE_BYTES + 1 }, now))).toBe('too-large')
    expect(codeOf(takePiece(upload, { offset: PIECE_BYTES, bytes: 0 }, now))).toBe('file-empty')
  })

  test('that is empty at the end asks to look again', () => {
    const whole = { ...upload, state: 'checking' as const, receivedBytes: upload.sizeBytes }
    expect(takePiece(whole, { offset: upload.sizeBytes, bytes: 0 }, now)).toMatchObject({ value: { complete: true } })
  })

  test('comes too late for what is kept, failed, or a day old', () => {
    const piece = { offset: PIECE_BYTES, bytes: 100 }
    expect(codeOf(takePiece({ ...upload, state: 'kept' }, piece, now))).toBe('state-forbids')
    const failure = { code: 'wrong-type' as const, values: { file: 'a.pdf' } }
    expect(takePiece({ ...upload, state: 'failed', failure }, piece, now)).toEqual({ ok: false, refusal: failure })
    const later = new Date('2026-11-27T02:00:00.001Z')
    expect(codeOf(takePiece(upload, piece, later))).toBe('upload-expired')
    expect(standingOf(upload, new Date('2026-11-27T02:00:00Z')).state).toBe('uploading')
    expect(standingOf({ ...upload, state: 'kept' }, later).state).toBe('kept')
  })
})

test('only what is kept lets a draft be sent', () => {
  expect(UPLOAD_STATES.filter((state) => !blocksSending(state))).toEqual(['kept'])
})
