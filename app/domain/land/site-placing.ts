import { type Frame, frameAt, type Metres, type Position, type Ring, toPosition } from './geometry'
import type { SiteLayout } from './site-layout'

/** From the turned frame of a layout to positions. */
export class Placing {
  readonly frame: Frame
  private readonly cos: number
  private readonly sin: number
  constructor(zone: { lon: number; lat: number }, layout: SiteLayout) {
    this.frame = frameAt(zone.lon, zone.lat)
    const angle = (layout.bearingDeg * Math.PI) / 180
    this.cos = Math.cos(angle)
    this.sin = Math.sin(angle)
  }
  place([x, y]: Metres): Position {
    return toPosition(this.frame, [x * this.cos - y * this.sin, x * this.sin + y * this.cos])
  }
  ring(points: readonly Metres[]): Ring {
    const placed = points.map((p) => this.place(p))
    return [...placed, placed[0] as Position]
  }
}
