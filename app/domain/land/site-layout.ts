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

const strip = (width: number, ...cells: ServiceUse[]): ServiceStrip => ({ width, cells })

/** The zones that have an illustrative site plan, by zone code. */
export const SITE_LAYOUTS: Readonly<Record<string, SiteLayout>> = {
  'LS-IP-VSIP': {
    prefix: 'HL',
    bearingDeg: -17,
    aspect: 0.72,
    levels: [
      { left: -0.43, right: 0.36 },
      { left: -0.52, right: 0.47 },
      { left: -0.5, right: 0.56 },
      { left: -0.46, right: 0.59 },
      { left: -0.33, right: 0.5 },
    ],
    tilt: { top: -0.07, bottom: 0.08 },
    bulge: 0.022,
    bands: [
      {
        share: 1,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 3, full: [1], right: strip(0.075, 'power', 'centre') }],
      },
      {
        share: 0.62,
        phase: 2,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 2, left: strip(0.07, 'park', 'park') }],
      },
      {
        share: 0.38,
        phase: 2,
        rows: 1,
        blocks: [{ columns: 1, left: strip(0.05, 'water') }, { columns: 2 }],
      },
      {
        share: 1,
        phase: 3,
        rows: 2,
        blocks: [
          { columns: 1, left: strip(0.13, 'park', 'wastewater') },
          { columns: 3, full: [1] },
        ],
      },
    ],
    crossRoads: [-0.03],
    sideRoads: true,
    mainRoadM: 46,
    roadM: 32,
    entrances: [{ level: 1, side: 'left' }, { cross: 'top' }],
    surroundings: [
      { kind: 'expressway', side: 'left' },
      { kind: 'railway', side: 'right' },
    ],
    rungs: { 1: [7, 7, 6, 6, 6, 5], 2: [5, 5, 4, 4, 3], 3: [2, 2, 1] },
    commercial: 'offered',
    priceUsdPerM2: { from: 80, to: 100 },
  },
  'LS-IP-DONGBANH': {
    prefix: 'DB',
    bearingDeg: 24,
    aspect: 1.55,
    levels: [
      { left: -0.36, right: 0.42 },
      { left: -0.47, right: 0.5 },
      { left: -0.53, right: 0.52 },
      { left: -0.47, right: 0.4 },
    ],
    tilt: { top: 0.035, bottom: -0.03 },
    bulge: 0.02,
    bands: [
      {
        share: 0.31,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 2, full: [0] }, { columns: 2, right: strip(0.07, 'water', 'park') }],
      },
      {
        share: 0.37,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 1, left: strip(0.09, 'centre', 'park') }, { columns: 3, full: [2] }],
      },
      {
        share: 0.32,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 2, left: strip(0.055, 'power', 'park') },
          { columns: 2 },
          { columns: 2, right: strip(0.08, 'park', 'wastewater') },
        ],
      },
    ],
    crossRoads: [-0.14, 0.17],
    sideRoads: true,
    mainRoadM: 34,
    roadM: 21,
    entrances: [{ cross: 'top' }, { level: 1, side: 'left' }],
    surroundings: [
      { kind: 'national_road', side: 'top' },
      { kind: 'railway', side: 'bottom' },
      { kind: 'river', side: 'right' },
    ],
    rungs: { 1: [2, 1, 1, 1] },
    commercial: 'offered',
    priceUsdPerM2: null,
  },
  'LS-CC-DP2': {
    prefix: 'DP2',
    bearingDeg: -9,
    aspect: 1.4,
    levels: [
      { left: -0.45, right: 0.5 },
      { left: -0.54, right: 0.51 },
    ],
    tilt: { top: 0.03, bottom: 0.04 },
    bulge: 0.015,
    bands: [
      {
        share: 1,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 3, left: strip(0.055, 'power', 'water') },
          { columns: 2, right: strip(0.06, 'park', 'wastewater') },
        ],
      },
    ],
    crossRoads: [0.1],
    sideRoads: false,
    mainRoadM: 11,
    roadM: 9,
    entrances: [{ cross: 'bottom' }],
    surroundings: [{ kind: 'national_road', side: 'bottom' }],
    rungs: { 1: [8] },
    commercial: 'leased',
    priceUsdPerM2: null,
  },
  'LS-CC-HOSON1': {
    prefix: 'HS1',
    bearingDeg: 12,
    aspect: 1.12,
    levels: [
      { left: -0.37, right: 0.45 },
      { left: -0.5, right: 0.51 },
      { left: -0.53, right: 0.5 },
      { left: -0.47, right: 0.36 },
    ],
    tilt: { top: -0.05, bottom: 0.03 },
    bulge: 0.02,
    bands: [
      {
        share: 0.31,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 3, full: [1] }],
      },
      {
        share: 0.36,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2, left: strip(0.07, 'power', 'centre') }, { columns: 2 }],
      },
      {
        share: 0.33,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 2, left: strip(0.07, 'park', 'water') },
          { columns: 2, right: strip(0.09, 'park', 'wastewater') },
        ],
      },
    ],
    crossRoads: [-0.06],
    sideRoads: false,
    mainRoadM: 24,
    roadM: 16,
    entrances: [{ cross: 'bottom' }, { level: 1, side: 'right' }],
    surroundings: [{ kind: 'national_road', side: 'bottom' }],
    rungs: { 1: [7, 6, 6, 5, 5, 4] },
    commercial: 'offered',
    priceUsdPerM2: { from: 55, to: 75 },
  },
  'LS-CC-HOASON1': {
    prefix: 'HOA1',
    bearingDeg: 33,
    aspect: 2,
    levels: [
      { left: -0.42, right: 0.5 },
      { left: -0.52, right: 0.53 },
      { left: -0.5, right: 0.43 },
    ],
    tilt: { top: 0.04, bottom: 0.02 },
    bulge: 0.018,
    bands: [
      {
        share: 0.52,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 2, right: strip(0.06, 'centre', 'park') }, { columns: 3, full: [2] }],
      },
      {
        share: 0.48,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 2, left: strip(0.05, 'park', 'wastewater') },
          { columns: 3, full: [0] },
          { columns: 2, right: strip(0.05, 'power', 'water') },
        ],
      },
    ],
    crossRoads: [-0.17, 0.16],
    sideRoads: true,
    mainRoadM: 23,
    roadM: 14,
    entrances: [{ level: 1, side: 'right' }],
    surroundings: [{ kind: 'river', side: 'bottom' }],
    rungs: { 1: [6, 5, 5, 4, 4, 3] },
    commercial: 'offered',
    priceUsdPerM2: { from: 50, to: 70 },
  },
  'LS-CC-MINHSON': {
    prefix: 'MS',
    bearingDeg: -26,
    aspect: 1.5,
    levels: [
      { left: -0.5, right: 0.42 },
      { left: -0.52, right: 0.5 },
      { left: -0.43, right: 0.53 },
    ],
    tilt: { top: -0.03, bottom: -0.05 },
    bulge: 0.02,
    bands: [
      {
        share: 0.5,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 3, full: [1], left: strip(0.045, 'park', 'water') },
          { columns: 2, right: strip(0.05, 'centre', 'power') },
        ],
      },
      {
        share: 0.5,
        phase: 1,
        rows: 2,
        blocks: [{ columns: 2 }, { columns: 3, full: [0], right: strip(0.07, 'park', 'wastewater') }],
      },
    ],
    crossRoads: [0.05],
    sideRoads: false,
    mainRoadM: 25,
    roadM: 16,
    entrances: [{ cross: 'top' }],
    surroundings: [{ kind: 'national_road', side: 'top' }],
    rungs: { 1: [4, 3, 3, 2, 2] },
    commercial: 'offered',
    priceUsdPerM2: { from: 48, to: 62 },
  },
  'LS-CC-DINHLAP': {
    prefix: 'DL',
    bearingDeg: -38,
    aspect: 1.3,
    levels: [
      { left: -0.3, right: 0.31 },
      { left: -0.45, right: 0.44 },
      { left: -0.53, right: 0.57 },
      { left: -0.47, right: 0.5 },
    ],
    tilt: { top: 0.05, bottom: -0.04 },
    bulge: 0.026,
    bands: [
      { share: 0.2, phase: 1, rows: 1, blocks: [{ columns: 2 }, { columns: 1, right: strip(0.09, 'water') }] },
      {
        share: 0.38,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 3, full: [0] },
          { columns: 2, left: strip(0.07, 'power', 'centre') },
        ],
      },
      {
        share: 0.42,
        phase: 1,
        rows: 2,
        blocks: [
          { columns: 2, left: strip(0.08, 'park', 'wastewater') },
          { columns: 3, full: [2] },
        ],
      },
    ],
    crossRoads: [0.03],
    sideRoads: true,
    mainRoadM: 23,
    roadM: 15,
    entrances: [{ cross: 'bottom' }, { level: 2, side: 'left' }],
    surroundings: [{ kind: 'national_road', side: 'bottom' }],
    rungs: { 1: [6, 5, 4, 4, 3, 3] },
    commercial: 'offered',
    priceUsdPerM2: { from: 45, to: 60 },
  },
}
