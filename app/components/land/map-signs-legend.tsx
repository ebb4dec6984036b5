import { NODE_GLYPHS, type NodeName } from '~/components/kit/node-glyphs'
import type { MapBase } from '~/domain/land/map-base'
import { useTranslation } from '~/locales/use-translation'

/** The signs and lines of the map that moves, those of it that this base has. */
export function MovingMapLegend({ base }: { base: MapBase }) {
  const { t } = useTranslation(['common', 'map'])
  const has = (kind: MapBase['lines'][number]['kind']) => base.lines.some((line) => line.kind === kind)
  const nodes = (Object.keys(NODE_GLYPHS) as NodeName[]).filter((name) =>
    base.nodes.some(({ nameKey }) => nameKey === name),
  )
  return (
    <>
      {nodes.map((name) => (
        <li key={name}>
          <svg width="20" height="20" viewBox="-12 -12 24 24" aria-hidden="true">
            <circle r="11" className="map-node-disc" />
            <path d={NODE_GLYPHS[name]} className="map-node-glyph" />
          </svg>
          {t(`common:map.nodes.${name}`)}
        </li>
      ))}
      {(['railway', 'expressway', 'national_road', 'river'] as const).filter(has).map((kind) => (
        <li key={kind}>
          <svg width="20" height="14" aria-hidden="true">
            <path d="M0 7H20" className={`map-${kind}`} />
            {kind === 'railway' ? <path d="M0 7H20" className="map-railway-ties" /> : null}
          </svg>
          {t(`common:map.surroundings.${kind}`)}
        </li>
      ))}
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <path d="M7 1 13 13H1z" className="province-gate" />
        </svg>
        {t('common:map.gate')}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="4" className="province-interchange" />
        </svg>
        {t('map:legend.interchange')}
      </li>
    </>
  )
}
