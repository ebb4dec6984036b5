import { type CutDirection, lineAtShare } from '~/domain/land/cut'
import { type Position, type Ring, sharedBoundaryM } from '~/domain/land/geometry'
import { joinRings } from '~/domain/land/join'
import {
  checkOperands,
  mergePlots,
  type Operand,
  type Piece,
  type PlotOperationKind,
  publicationAfter,
  realignPlots,
  splitPlot,
  suggestCodes,
} from '~/domain/land/plot-operation'
import type { CommercialState, PublicationState } from '~/domain/land/readiness'
import { type Sketch, sketchOf } from '~/domain/land/sketch'
import { zonesWhere } from '~/domain/party/zone-scope'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { settings } from '~/infra/env.server'
import { successorsOf } from '~/infra/plot-land.server'
import { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'
import { offeredTo } from '~/infra/waiting-line.server'

const PICTURE = { widthPx: 520, heightPx: 360, paddingPx: 28 }
const LEAST_SHARED_M = 1

export interface OperationQuestion {
  kind: PlotOperationKind
  codes: string[]
  cut: CutDirection | 'line' | null
  sharePct: number
  line: Position[] | null
}

export interface OperationPreview {
  line: Position[]
  pieces: { code: string; areaM2: number; was: number | null }[]
  sketch: Sketch
}

interface Loaded extends Operand {
  version: number
}

/**
 * What an operation on plots would give: the areas, the suggested codes and a picture, or why it is refused. Nothing is
 * written. A plot out of the keeper's zones is not found.
 */
export async function plotOperation(ctx: Ctx, question: OperationQuestion) {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const rows = await db().plot.findMany({
    where: { code: { in: question.codes }, ...(scope && { zoneId: { in: scope } }) },
    include: {
      zone: { select: { sitePlan: true } },
      holds: {
        where: { fromInstant: { lte: ctx.now }, untilInstant: { gt: ctx.now } },
        select: { hold: { select: { case: { select: { number: true } } } } },
      },
    },
  })
  const retired = rows.filter(({ retiredAt }) => retiredAt !== null).map(({ id }) => id)
  const became = await successorsOf(db(), retired)
  const offered = await offeredTo(
    { db: db(), now: ctx.now },
    rows.map(({ id }) => id),
  )
  const plots = question.codes.flatMap((code): Loaded[] => {
    const row = rows.find((one) => one.code === code)
    if (!row) return []
    return [
      {
        code,
        version: row.version,
        zoneId: row.zoneId,
        ring: row.ring as unknown as Ring | null,
        areaM2: row.areaM2,
        commercial: row.commercial as CommercialState,
        publication: row.publication as PublicationState,
        became: row.retiredAt === null ? null : (became.get(row.id) ?? []),
        heldFor: row.holds[0]?.hold.case.number ?? offered.get(row.id) ?? null,
      },
    ]
  })
  const [first] = plots
  if (!first || plots.length !== question.codes.length) return refuse('not-found')
  const around = await neighboursOf(first)
  const named = await db().plot.findMany({ where: { code: { startsWith: `${first.code}-` } }, select: { code: true } })
  const preview = previewOf(question, plots, around, new Set(named.map(({ code }) => code)))
  return ok({
    plots: plots.map(({ code, version, areaM2, heldFor }) => ({ code, version, areaM2, heldFor })),
    neighbours: around
      .filter((other) => other.sharedM >= LEAST_SHARED_M)
      .map(({ code, areaM2, sharedM }) => ({ code, areaM2, sharedM })),
    reviewed: publicationAfter(plots.map(({ publication }) => publication)) === 'in_review',
    outcome: preview.ok ? { preview: preview.value } : { refusal: preview.refusal },
    /** What a line is drawn among. */
    drawing: {
      outline: (rows[0]?.zone.sitePlan as { outline?: Ring } | null)?.outline ?? null,
      neighbours: around.filter(({ code }) => !question.codes.includes(code)).map(({ code, ring }) => ({ code, ring })),
      over: plots.flatMap(({ code, ring }) => (ring ? [{ code, ring }] : [])),
      styleUrl: settings().MAP_STYLE_URL ?? null,
    },
  })
}

interface Around {
  code: string
  areaM2: number
  ring: Ring
  sharedM: number
}

async function neighboursOf(plot: Loaded): Promise<Around[]> {
  const others = await db().plot.findMany({
    where: { zoneId: plot.zoneId, retiredAt: null, code: { not: plot.code }, ring: { not: Prisma.DbNull } },
    orderBy: { code: 'asc' },
    select: { code: true, areaM2: true, ring: true },
  })
  const { ring } = plot
  if (!ring) return []
  return others.map((other) => {
    const theirs = other.ring as unknown as Ring
    return { code: other.code, areaM2: other.areaM2, ring: theirs, sharedM: Math.round(sharedBoundaryM(ring, theirs)) }
  })
}

/** Null: what is asked is not complete yet. */
function previewOf(
  { kind, cut, sharePct, line: drawn }: OperationQuestion,
  plots: Loaded[],
  around: Around[],
  taken: ReadonlySet<string>,
): Verdict<OperationPreview | null> {
  const checked = checkOperands(plots)
  if (!checked.ok) return checked
  const [one, other] = checked.value
  if (!one || (kind !== 'split' && !other) || (kind !== 'merge' && cut === null)) return ok(null)
  const shown = (line: Position[], pieces: (Piece & { code: string; was: number | null })[]): OperationPreview => ({
    line,
    pieces: pieces.map(({ code, areaM2, was }) => ({ code, areaM2, was })),
    sketch: sketchOf(
      [
        ...around.map(({ code, ring }) => ({ label: code, ring, part: false })),
        ...pieces.map(({ code, ring }) => ({ label: code, ring, part: true })),
      ],
      PICTURE,
    ),
  })
  if (kind === 'merge') {
    const whole = mergePlots(checked.value)
    if (!whole.ok) return whole
    const [code = ''] = suggestCodes(one.code, 1, taken)
    return ok(shown([], [{ ...whole.value, code, was: null }]))
  }
  const whole = kind === 'split' || !other ? ok(one.ring) : joinRings([one.ring, other.ring])
  if (!whole.ok) return whole
  const line = cut === 'line' ? drawn : cut === null ? null : lineAtShare(whole.value, cut, sharePct / 100)
  if (!line) return refuse('required', undefined, 'line')
  if (kind === 'split') {
    const parts = splitPlot(one, line)
    if (!parts.ok) return parts
    const codes = suggestCodes(one.code, parts.value.length, taken)
    return ok(
      shown(
        line,
        parts.value.map((part, i) => ({ ...part, code: codes[i] ?? '', was: null })),
      ),
    )
  }
  if (!other) return ok(null)
  const parts = realignPlots([one, other], line)
  if (!parts.ok) return parts
  const [first, second] = parts.value
  return ok(
    shown(line, [
      { ...first, code: one.code, was: one.areaM2 },
      { ...second, code: other.code, was: other.areaM2 },
    ]),
  )
}
