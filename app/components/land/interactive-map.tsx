import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useHref } from '~/components/kit/use-lang'
import type { MapBase } from '~/domain/land/zone-map'
import { useTranslation } from '~/locales/use-translation'

interface InteractiveMapProps {
  base: MapBase
  /** GeoJSON of the selection. */
  dataUrl: string
  /** A base style of the office's own; without one our plain base is drawn. */
  styleUrl: string | null
}

/** The map one can move, over the drawn one; its code is loaded only here. */
export function InteractiveMap({ base, dataUrl, styleUrl }: InteractiveMapProps) {
  const { t } = useTranslation('land')
  const box = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const navigate = useNavigate()
  const href = useHref()
  useEffect(() => {
    let close: (() => void) | undefined
    let gone = false
    import('./maplibre')
      .then(({ openMap }) => {
        if (gone || !box.current) return
        close = openMap(box.current, { base, dataUrl, styleUrl, onPlot: (code) => navigate(href(`/plots/${code}`)) })
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      close?.()
    }
  }, [base, dataUrl, styleUrl, navigate, href])
  if (failed) return <p className="hint">{t('map.failed')}</p>
  return (
    <section className="interactive-map no-print" aria-label={t('map.interactive')}>
      <div ref={box} className="interactive-map-box" />
      <p className="hint">{t('map.interactiveHint')}</p>
    </section>
  )
}
