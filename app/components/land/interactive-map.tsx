import { useEffect, useRef, useState } from 'react'
import { useFormat } from '~/components/kit/format'
import { CommercialLegend, TakenLegend } from '~/components/kit/map-legend'
import type { NodeName } from '~/components/kit/node-glyphs'
import { ReadinessLegend } from '~/components/kit/readiness-bar'
import { useHref, useLang } from '~/components/kit/use-lang'
import type { ZoneMark } from '~/domain/land/clusters'
import type { MapBase } from '~/domain/land/map-base'
import type { MapColour } from '~/domain/land/map-colour'
import { useTranslation } from '~/locales/use-translation'
import { MovingMapLegend } from './map-signs-legend'
import type { OpenMap } from './maplibre'
import { useMapWords } from './use-map-words'

interface InteractiveMapProps {
  base: MapBase
  /** Where the zones' marks and the selection are read. */
  marksUrl: string
  /** A base style of the office's own; without one our schematic base is drawn. */
  styleUrl: string | null
  colour: MapColour
  /** The plots chosen or pointed at in the list. */
  marked: readonly string[]
  onPoint: (code: string | null) => void
}

/** The map one can move, over the drawn one; its code is loaded only here. */
export function InteractiveMap(props: InteractiveMapProps) {
  const { t } = useTranslation('map')
  const { t: common } = useTranslation('common')
  const { t: land } = useTranslation('land')
  const { hectares, number } = useFormat()
  const lang = useLang()
  const href = useHref()
  const box = useRef<HTMLDivElement>(null)
  const open = useRef<OpenMap | null>(null)
  const [failed, setFailed] = useState(false)
  const words = {
    ...useMapWords(t('title')),
    markShort: (zone: ZoneMark) => number(zone.plots),
    node: ({ nameKey, kind, remaining }: MapBase['nodes'][number]) => {
      const name = common(`map.nodes.${nameKey as NodeName}`)
      if (remaining === null) return name
      const value = common(kind === 'power' ? 'unit.kva' : 'unit.m3PerDay', { value: number(Math.max(0, remaining)) })
      return `${name}: ${land('remaining', { value })}`
    },
    mark: (zone: ZoneMark) => t('mark', { zone: zone.name, plots: number(zone.plots), area: hectares(zone.offeredM2) }),
  }
  const given = useRef({ ...props, lang, words, href })
  given.current = { ...props, lang, words, href }
  const { marksUrl, styleUrl, colour, marked } = props
  useEffect(() => {
    let gone = false
    import('./maplibre')
      .then(async ({ openMap }) => {
        if (gone || !box.current) return
        const opened = await openMap(box.current, {
          ...given.current,
          marksUrl,
          styleUrl,
          colour,
          onPoint: (code) => given.current.onPoint(code),
          onPlot: (code) => window.location.assign(given.current.href(`/plots/${code}`)),
        })
        if (gone) return opened.close()
        open.current = opened
        opened.mark(given.current.marked)
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      open.current?.close()
      open.current = null
    }
  }, [marksUrl, styleUrl, colour])
  useEffect(() => {
    open.current?.mark(marked)
  }, [marked])
  if (failed) return <p className="hint">{t('failed')}</p>
  return (
    <section className="interactive-map no-print" aria-label={t('title')}>
      <div ref={box} className="interactive-map-box" />
      {colour === 'readiness' ? <ReadinessLegend /> : <CommercialLegend />}
      <ul className="legend">
        {colour === 'readiness' ? <TakenLegend /> : null}
        <MovingMapLegend base={props.base} />
      </ul>
      <p className="hint">{t('hint')}</p>
    </section>
  )
}
