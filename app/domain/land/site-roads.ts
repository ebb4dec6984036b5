import { linesMeet, type Metres, type Position, segmentsCross } from './geometry'
import type { SiteGrid } from './site-grid'
import type { SurroundingLayout } from './site-layout'
import type { Placing } from './site-placing'

export interface SiteRoad {
  kind: 'main' | 'internal'
  line: Position[]
  widthM: number
}

export interface SiteSurrounding {
  kind: SurroundingLayout['kind']
  line: Position[]
}

/** The first point of the outline met on the way from one point through another. */
const outlet = (outline: readonly Metres[], from: Metres, through: Metres): Metres => {
  const far: Metres = [from[0] + (through[0] - from[0]) * 1000, from[1] + (through[1] - from[1]) * 1000]
  let best = through
  let bestM = Number.POSITIVE_INFINITY
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length] as Metres
    if (!segmentsCross(from, far, a, b)) return
    const p = linesMeet(from, far, a, b)
    const distance = Math.hypot(p[0] - through[0], p[1] - through[1])
    if (distance < bestM) {
      best = p
      bestM = distance
    }
  })
  return best
}

/** The roads of a site: loop, long roads and cross roads, with their entrances. */
export const roadsOf = (grid: SiteGrid, placing: Placing): SiteRoad[] => {
  const { layout, shape } = grid
  const roads: SiteRoad[] = []
  const add = (kind: SiteRoad['kind'], points: readonly Metres[], widthM: number): void => {
    roads.push({ kind, line: points.map((p) => placing.place(p)), widthM })
  }
  if (layout.sideRoads) {
    const loop = grid.insetRing(grid.bufferM + layout.roadM / 2)
    add('internal', loop.left, layout.roadM)
    add('internal', loop.right, layout.roadM)
  }
  layout.levels.forEach((_, k) => {
    let [l, r] = grid.levelRoad(k)
    const [insideL, insideR] = [l, r]
    for (const entrance of layout.entrances) {
      if (!('level' in entrance) || entrance.level !== k) continue
      if (entrance.side === 'left') l = shape.left[k] as Metres
      else r = shape.right[k] as Metres
    }
    const isMain = l !== insideL || r !== insideR
    add(isMain ? 'main' : 'internal', [l, r], grid.levelRoadM(k))
  })
  layout.crossRoads.forEach((_, i) => {
    let [top, bottom] = grid.crossRoad(i)
    for (const entrance of i === 0 ? layout.entrances : []) {
      if (!('cross' in entrance)) continue
      if (entrance.cross === 'top') top = outlet(shape.outline, bottom, top)
      else bottom = outlet(shape.outline, top, bottom)
    }
    add(i === 0 ? 'main' : 'internal', [top, bottom], grid.crossRoadM(i))
  })
  return roads
}

/** What runs past a site, outside its outline. */
export const surroundingsOf = (grid: SiteGrid, placing: Placing): SiteSurrounding[] => {
  const { shape, layout } = grid
  const gap = grid.meanWidthM * 0.045
  const first = <T>(list: readonly T[]): T => list[0] as T
  const lastOf = <T>(list: readonly T[]): T => list[list.length - 1] as T
  return layout.surroundings.map(({ kind, side }) => {
    let points: Metres[]
    if (side === 'left') points = shape.left.map(([x, y]) => [x - gap, y])
    else if (side === 'right') points = shape.right.map(([x, y]) => [x + gap, y])
    else {
      const pick = side === 'top' ? first : lastOf
      const [l, r] = [pick(shape.left), pick(shape.right)]
      const dy = side === 'top' ? gap : -gap
      points = [
        [l[0], l[1] + dy],
        [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2 + dy * 1.3],
        [r[0], r[1] + dy],
      ]
    }
    const beyond = (end: Metres, next: Metres): Metres => {
      const length = Math.hypot(end[0] - next[0], end[1] - next[1])
      const by = (grid.meanWidthM * 0.14) / length
      return [end[0] + (end[0] - next[0]) * by, end[1] + (end[1] - next[1]) * by]
    }
    const line = [
      beyond(first(points), points[1] as Metres),
      ...points,
      beyond(lastOf(points), points[points.length - 2] as Metres),
    ]
    return { kind, line: line.map((p) => placing.place(p)) }
  })
}
