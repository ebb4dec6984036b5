import { z } from 'zod'
import { INTEREST_DOCUMENT_KINDS } from '~/domain/interest/draft'

const blankIsNull = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
/** The document a file is the next version of; none: a document of its own. */
const supersedes = z.preprocess(blankIsNull, z.uuid('not-a-choice').nullable())

/** One or more documents of one kind; the files come beside it. */
export const attachForm = z.object({ kind: z.enum(INTEREST_DOCUMENT_KINDS, 'not-a-choice'), supersedes })

/** Announces a file that comes piece by piece. */
export const beginUploadForm = z.object({
  kind: z.enum(INTEREST_DOCUMENT_KINDS, 'not-a-choice'),
  supersedes,
  fileName: z.string('required').trim().min(1, 'required').max(400, 'too-long'),
  sizeBytes: z.coerce.number('invalid-form').int('invalid-form').min(0, 'out-of-range').max(2_000_000_000, 'too-large'),
})

/** Where a piece begins, bytes, and what the whole file's SHA-256 is where the sender knows it. */
export const pieceQuery = z.object({
  offset: z.coerce.number('invalid-form').int('invalid-form').min(0, 'out-of-range'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'invalid-form')
    .nullable()
    .default(null),
})
