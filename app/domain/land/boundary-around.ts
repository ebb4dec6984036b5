import type { CatalogueSnapshot, ZoneRow } from './catalogue'
import type { Ring } from './geometry'

/** What a boundary is drawn among: the outline of its zone, the plots of the zone, and the base of the map. */
export interface BoundaryAround {
  outline: Ring | null
  neighbours: { code: string; ring: Ring }[]
  /** A base style of the office's own; null for the schematic one. */
  styleUrl: string | null
}

/** The outline of a zone and its other drawn plots, drafts too, retired ones not: for those who keep them. */
export const aroundIn = (
  land: CatalogueSnapshot,
  zone: ZoneRow | undefined,
  exceptCode: string | null,
): Pick<BoundaryAround, 'outline' | 'neighbours'> => ({
  outline: zone?.drawing?.outline ?? null,
  neighbours: (zone ? (land.plotsOfZone.get(zone) ?? []) : []).flatMap(({ code, ring, retired }) =>
    ring && !retired && code !== exceptCode ? [{ code, ring }] : [],
  ),
})
