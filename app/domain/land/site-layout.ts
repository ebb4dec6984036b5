import type { UtilityKind } from './capacity'

/** What a cell of a service strip is used for. */
export type ServiceUse = UtilityKind | 'centre' | 'park'

/** A strip at one end of a block, cut into one cell per row, top row first. */
export interface ServiceStrip {
  /** Share of the mean width of the site. */
  width: number
  cells: readonly ServiceUse[]
}

/** A block between two cross roads: columns of plots, some of the full depth of the band. */
export interface BlockLayout {
  columns: number
  /** Indexes of columns that are one plot instead of one per row. */
  full?: readonly number[]
  left?: ServiceStrip
  right?: ServiceStrip
}

/** A band of land from side to side between two long roads. */
export interface BandLayout {
  /** Share of the area of its phase. */
  share: number
  phase: number
  rows: 1 | 2
  blocks: readonly BlockLayout[]
}

export type Side = 'top' | 'bottom' | 'left' | 'right'

export interface SurroundingLayout {
  kind: 'railway' | 'expressway' | 'national_road' | 'river'
  side: Side
}

/**
 * The drawing of one zone in a frame turned by `bearingDeg` (counter-clockwise, x to the right, y up). All
 * lengths are shares of the mean width; the true size follows from the area. Invented, never surveyed.
 */
export interface SiteLayout {
  prefix: string
  bearingDeg: number
  /** Mean width over height. */
  aspect: number
  /** The two ends of the top line, of every line between bands and of the bottom line. */
  levels: readonly { left: number; right: number }[]
  /** How far the left end of the top and bottom line lies above the right one. */
  tilt: { top: number; bottom: number }
  /** How far the outline swells between its corners. */
  bulge: number
  bands: readonly BandLayout[]
  /** Positions of the cross roads from the middle; the first is the main one. */
  crossRoads: readonly number[]
  /** A road along the left and right side closes the ring. */
  sideRoads: boolean
  mainRoadM: number
  roadM: number
  /** Where the main roads leave the site: the left or right end of a level, or an end of the main cross road. */
  entrances: readonly ({ level: number; side: 'left' | 'right' } | { cross: 'top' | 'bottom' })[]
  surroundings: readonly SurroundingLayout[]
  /** Rungs to choose from, by phase, before the zone's status caps them. */
  rungs: Readonly<Record<number, readonly [number, ...number[]]>>
  commercial: 'offered' | 'leased'
  priceUsdPerM2: { from: number; to: number } | null
}

/** A service strip, its cells from the top. */
export const strip = (width: number, ...cells: ServiceUse[]): ServiceStrip => ({ width, cells })
