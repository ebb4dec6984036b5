// Work on the inventory for the demo, by the commands themselves: a plot that was split and is readable as it was, one
// that waits for review, one that was returned, one that goes public tomorrow morning, and plots whose VN-2000
// vertices are known.
import { addPlot } from '../../app/commands/land/add-plot.server'
import { askReview } from '../../app/commands/land/ask-review.server'
import { publishPlot } from '../../app/commands/land/publish-plot.server'
import { returnPlot } from '../../app/commands/land/return-plot.server'
import { schedulePublication } from '../../app/commands/land/schedule-publication.server'
import { setVertices } from '../../app/commands/land/set-vertices.server'
import { splitPlot } from '../../app/commands/land/split-plot.server'
import { lineAtShare } from '../../app/domain/land/cut'
import type { Ring } from '../../app/domain/land/geometry'
import { PLANE_ZONES } from '../../app/domain/land/vn2000'
import { addDays, type Day, dayToDate } from '../../app/domain/time/day'
import type { Verdict } from '../../app/domain/verdict'
import { db } from '../../app/infra/db.server'
import type { Ctx } from '../../app/infra/transact.server'
import { toVn2000 } from '../../app/infra/vn2000.server'
import { demoActor } from './demo-actor'

/** The first of these whose figures hold long enough to be published again is split. */
const TO_SPLIT = ['HL-F4', 'HL-F3', 'HL-F2', 'HL-F1', 'HL-G2', 'HL-G1', 'HL-D4', 'HL-D3']
const SURVEY = 'Minh hoạ: tính từ ranh giới vẽ thử, không phải trích đo địa chính'
const REASON = 'Minh hoạ: bản vẽ phân lô điều chỉnh'

function must<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(`demo inventory refused: ${verdict.refusal.code}`)
  return verdict.value
}

const versionOf = async (code: string): Promise<number> =>
  (await db().plot.findUniqueOrThrow({ where: { code }, select: { version: true } })).version

/** Plots whose legal vertices the demo knows, with the desk or office that enters them. */
const SURVEYED = [
  { codes: ['HL-A1', 'HL-B1', 'HL-B2'], who: 'developer.huulung' },
  { codes: ['HS1-C1', 'DL-B2'], who: 'officer' },
] as const

/** Turns the illustrative boundaries of some plots into the table of vertices a survey would give. */
async function survey(today: Day): Promise<void> {
  for (const { codes, who } of SURVEYED) {
    const keeper = await demoActor(who, addDays(today, -6))
    const plots = await db().plot.findMany({ where: { code: { in: [...codes] } } })
    for (const { code, version, ring } of plots) {
      const corners = (ring as unknown as Ring).slice(0, -1)
      const zone = 'tm3-107-15'
      const vertices = toVn2000(PLANE_ZONES[zone], corners).map(({ x, y }) => `${x};${y}`)
      must(await setVertices(keeper, { code, version, zone, vertices: vertices.join('\n'), source: SURVEY }))
    }
  }
}

/** Loads it once; needs the demo's plots and accounts. */
export async function loadDemoInventory(today: Day): Promise<void> {
  if ((await db().plot.count({ where: { code: 'HL-H1' } })) > 0) return
  await survey(today)
  const developer = await demoActor('developer.huulung', addDays(today, -4))
  const officer = await demoActor('officer', addDays(today, -3))
  const fresh = await db().plot.findMany({
    where: {
      code: { in: TO_SPLIT },
      publication: 'published',
      commercial: 'offered',
      facts: { none: { supersededAt: null, confirmedUntil: { lt: dayToDate(addDays(today, 30)) } } },
    },
    orderBy: { code: 'desc' },
  })
  if (fresh[0]) await split(fresh[0], developer, officer)
  const yesterday = addDays(today, -1)
  const asked = await demoActor('developer.huulung', yesterday)
  for (const code of ['HL-H1', 'HL-H2', 'HL-H3']) {
    must(await addPlot(asked, draftOf(code, today)))
    must(await askReview(asked, { code, version: 1 }))
  }
  const reviewer = await demoActor('officer2', yesterday)
  const reason = 'Chưa có ranh giới trên bản đồ. Hãy vẽ ranh giới rồi đề nghị lại.'
  must(await returnPlot(reviewer, { code: 'HL-H2', version: 2, reason }))
  must(await schedulePublication(reviewer, { code: 'HL-H3', version: 2, day: addDays(today, 1), time: '08:00' }))
}

async function split(
  plot: { code: string; version: number; ring: unknown },
  developer: Ctx,
  officer: Ctx,
): Promise<void> {
  const { code, version } = plot
  const codes = [`${code}-1`, `${code}-2`]
  const line = lineAtShare(plot.ring as Ring, 'across', 0.55)
  must(await splitPlot(developer, { plot: { code, version }, line, codes, reason: REASON }))
  for (const part of codes) must(await publishPlot(officer, { code: part, version: await versionOf(part) }))
}

const draftOf = (code: string, today: Day) => ({
  code,
  zoneCode: 'LS-IP-VSIP',
  areaM2: 82_000,
  block: 'K9',
  phase: 3,
  readiness: 'planned' as const,
  readinessSince: addDays(today, -60),
  readinessUntil: addDays(today, 180),
  readyByEarliest: addDays(today, 700),
  readyByLatest: addDays(today, 900),
  commercial: 'not_offered' as const,
  priceUsdPerM2: null,
  priceUntil: null,
  source: 'Minh hoạ: quy hoạch phân khu giai đoạn 3',
  termEndYear: 2073,
  maxDensityPct: 70,
  maxFloors: 4,
  sectors: [],
  note: 'Minh hoạ: lô dự kiến giai đoạn 3.',
  ring: null,
})
