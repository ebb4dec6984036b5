import { createHash, randomBytes } from 'node:crypto'
import { makeCode } from '~/domain/case/letter'
import { type At, isPublicPlot } from '~/domain/land/catalogue'
import { type SheetData, sheetOf } from '~/domain/land/data-sheet'
import { projectPlot } from '~/domain/land/plot-sketch'
import type { DrawnSite } from '~/domain/land/svg-map'
import type { Lang, Text } from '~/domain/text'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { sectors } from '~/infra/reference.server'
import { sheetRecord } from '~/infra/sheet-record.server'
import { snapshot } from '~/infra/snapshot.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface IssuedSheet {
  /** What `/verify` is asked. */
  code: string
  data: SheetData
  /** Names of the sectors, by slug. */
  sectorNames: Record<string, Text>
  plan: DrawnSite | null
}

/**
 * Hands out the data sheet of a public plot. The same facts on the same day in the same language are one sheet with one
 * code: looking again writes nothing. Refuses `not-found`.
 */
export async function issueSheet(
  ctx: Ctx,
  { code, lang }: { code: string; lang: Lang },
): Promise<Verdict<IssuedSheet>> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const plot = land.plotByCode.get(code)
  if (!plot || !isPublicPlot(plot)) return refuse('not-found')
  const at: At = { today: dayInVietnam(ctx.now), now: ctx.now }
  const data = sheetOf(land, plot, await sheetRecord(db(), plot.id), at)
  const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex')
  const where = { plotId_lang_digest: { plotId: plot.id, lang, digest } }
  const issued = (sheet: { code: string }): Verdict<IssuedSheet> =>
    ok({
      code: sheet.code,
      data,
      sectorNames: Object.fromEntries(sectorRows.map(({ slug, name }) => [slug, name])),
      plan: projectPlot(plot, land.plotsOfZone.get(plot.zone) ?? [], at),
    })
  const known = await db().dataSheet.findUnique({ where, select: { code: true } })
  if (known) return issued(known)
  const made = await transact(ctx, async (t) => {
    const fresh = makeCode(randomBytes(12))
    if (!fresh.ok) return fresh
    const sheet = await t.db.dataSheet.create({
      data: {
        code: fresh.value,
        plotId: plot.id,
        lang,
        issuedDay: dayToDate(t.today),
        catalogueVersion: land.version,
        digest,
        data: data as unknown as Prisma.InputJsonValue,
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'sheet.issue',
      subject: { kind: 'plot', id: plot.id },
      detail: { plot: plot.code, sheet: sheet.code, lang, digest },
    })
    return ok(sheet)
  })
  if (made.ok) return issued(made.value)
  // Somebody asked for the same sheet in the same moment.
  const theirs = made.refusal.code === 'already-used' ? await db().dataSheet.findUnique({ where }) : null
  return theirs ? issued(theirs) : made
}
