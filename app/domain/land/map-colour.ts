import type { At, PlotRow } from './catalogue'
import { commercialAt } from './catalogue'
import { COMMERCIAL_STATES, type CommercialState, RUNGS, type Rung } from './readiness'

/** What the plots of a map are coloured by. */
export const MAP_COLOURS = ['readiness', 'commercial'] as const
export type MapColour = (typeof MAP_COLOURS)[number]

/** Farther than this zoom a plot is smaller than its line: zones are marks, and tiles are empty. */
export const PLOTS_FROM_ZOOM = 10
export const PLOTS_TO_ZOOM = 16

/** The letter of a commercial state on a map, where colour alone would say it. */
export const STATE_LETTERS: Record<CommercialState, string> = {
  not_offered: 'N',
  offered: 'O',
  held: 'H',
  reserved: 'R',
  leased: 'L',
  returned: 'T',
}

/** What a plot's mark on the map says: the number of its rung, or the letter of its state. */
export const markOf = (colour: MapColour, rung: Rung, commercial: CommercialState): string =>
  colour === 'readiness' ? String(RUNGS.indexOf(rung) + 1) : STATE_LETTERS[commercial]

/** What a tile says of a plot: small numbers, since a view holds thousands. */
export interface TileProperties {
  code: string
  /** The rung, 1 to 8. */
  r: number
  /** The place of the commercial state in the list of states, from 0. */
  c: number
}

export const tileProperties = (plot: PlotRow, at: At): TileProperties => ({
  code: plot.code,
  r: RUNGS.indexOf(plot.rung) + 1,
  c: COMMERCIAL_STATES.indexOf(commercialAt(plot, at.now)),
})
