import { readCode } from '~/domain/case/letter'
import { type At, isPublicPlot } from '~/domain/land/catalogue'
import { changesSince, runOut, type SheetChange, type SheetData, sheetValues } from '~/domain/land/data-sheet'
import type { Lang, Text } from '~/domain/text'
import { type Day, dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'

/** Whether a data sheet still tells the truth. */
export interface SheetCheck {
  code: string
  plotCode: string
  issuedDay: Day
  lang: Lang
  /** `gone`: the plot is no longer public. */
  standing: 'holds' | 'changed' | 'gone'
  changes: SheetChange[]
  /** Dated figures nobody confirmed again. */
  runOut: ('rung' | 'priceUsdPerM2')[]
  /** Names of the sectors a change speaks of. */
  sectorNames: Record<string, Text>
  digest: string
}

/** The data sheet of a code as typed, held against the facts of today. Refuses `not-found`. */
export async function sheetCheck(typed: string, now: Date): Promise<Verdict<SheetCheck>> {
  const code = readCode(typed)
  if (!code.ok) return code
  const sheet = await db().dataSheet.findUnique({
    where: { code: code.value },
    include: { plot: { select: { code: true } } },
  })
  if (!sheet) return refuse('not-found')
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const plot = land.plotByCode.get(sheet.plot.code)
  const at: At = { today: dayInVietnam(now), now }
  const isPublic = plot !== undefined && isPublicPlot(plot)
  const { values } = sheet.data as unknown as SheetData
  const changes = isPublic ? changesSince(values, sheetValues(land, plot, at)) : []
  return ok({
    code: sheet.code,
    plotCode: sheet.plot.code,
    issuedDay: toDay(sheet.issuedDay),
    lang: sheet.lang as Lang,
    standing: !isPublic ? 'gone' : changes.length > 0 ? 'changed' : 'holds',
    changes,
    runOut: isPublic ? runOut(plot, at.today) : [],
    sectorNames: Object.fromEntries(sectorRows.map(({ slug, name }) => [slug, name])),
    digest: sheet.digest,
  })
}
