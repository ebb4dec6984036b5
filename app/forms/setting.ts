import { z } from 'zod'
import { SCHEME_LENGTH } from '../domain/case/letter-number'
import { ZONE_KINDS } from '../domain/land/catalogue'
import { SOURCE_KINDS } from '../domain/land/published-figure'
import { line, optionalLine, version } from './field'
import { textOf } from './text'

const wholeText = z
  .string('required')
  .trim()
  .min(1, { error: 'required', abort: true })
  .regex(/^\d{1,9}$/, 'not-a-number')
  .transform(Number)

/** Whether one site may lie on both sides of an internal road of the zone, and by which paper. */
export const zoneRoadsForm = z.object({
  version,
  sitesSpanRoads: z.enum(['yes', 'no'], 'required').transform((value) => value === 'yes'),
  source: line(300),
})

/** Days of grace, with the days the form was made for. */
export const staleGraceForm = z.object({ days: wholeText, seenDays: wholeText, reason: line(500) })

/** How letters are numbered, with the scheme the form was made for. */
export const letterSchemeForm = z.object({
  scheme: line(SCHEME_LENGTH),
  seenScheme: line(SCHEME_LENGTH),
  reason: line(500),
})

const figureShape = {
  /** Digits with a comma or a point before at most three decimals. */
  value: line(20)
    .regex(/^\d+([.,]\d{1,3})?$/, { error: 'not-a-number', abort: true })
    .transform((text) => Number(text.replace(',', '.'))),
  source: line(300),
  sourceKind: z.enum(SOURCE_KINDS, 'required'),
  asOf: optionalLine(10),
  noteVi: optionalLine(300),
  noteEn: optionalLine(300),
  noteZh: optionalLine(300),
}
interface TypedNote {
  noteVi: string | null
  noteEn: string | null
  noteZh: string | null
}
/** A note is written in Vietnamese before it is translated. */
const needsVietnamese = ({ noteVi, noteEn, noteZh }: TypedNote, context: z.RefinementCtx) => {
  if (noteVi === null && (noteEn ?? noteZh) !== null) {
    context.addIssue({ code: 'custom', path: ['noteVi'], message: 'required' })
  }
}
const withNote = <T extends TypedNote>({ noteVi, noteEn, noteZh, ...form }: T) => ({
  ...form,
  note: noteVi === null ? null : textOf(noteVi, noteEn, noteZh),
})

/** What a source says of the province or of a zone. */
export const addFigureForm = z
  .object({ subject: line(80), key: line(40), ...figureShape })
  .superRefine(needsVietnamese)
  .transform(withNote)

/** What the source really says, and what was wrong. */
export const correctFigureForm = z
  .object({ ...figureShape, reason: line(500) })
  .superRefine(needsVietnamese)
  .transform(withNote)

export const takeBackFigureForm = z.object({ reason: line(500) })

/** A division's names, Vietnamese first, and the kinds of zones whose new cases are its own. */
const divisionShape = {
  nameVi: line(120),
  nameEn: optionalLine(120),
  nameZh: optionalLine(120),
  zoneKinds: z
    .union([z.enum(ZONE_KINDS, 'not-a-choice'), z.array(z.enum(ZONE_KINDS, 'not-a-choice'))])
    .optional()
    .transform((chosen) => [...new Set([chosen ?? []].flat())]),
}
interface TypedDivision {
  nameVi: string
  nameEn: string | null
  nameZh: string | null
}
const withName = <T extends TypedDivision>({ nameVi, nameEn, nameZh, ...form }: T) => ({
  ...form,
  name: textOf(nameVi, nameEn, nameZh),
})
export const addDivisionForm = z.object(divisionShape).transform(withName)
export const editDivisionForm = z.object({ version, ...divisionShape }).transform(withName)
export const retireDivisionForm = z.object({ version, reason: line(500) })
