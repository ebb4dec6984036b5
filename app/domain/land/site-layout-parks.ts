import { type SiteLayout, strip } from './site-layout'

/** Illustrative drawings of industrial parks, by zone code. */
export const PARK_LAYOUTS: Readonly<Record<string, SiteLayout>> = {
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
}
