import { useTranslation } from '~/locales/use-translation'
import type { MapWords } from './map-canvas'

/** The words of a map that moves, in the page's language. */
export function useMapWords(title: string): MapWords {
  const { t } = useTranslation('map')
  return { title, zoomIn: t('zoomIn'), zoomOut: t('zoomOut'), attribution: t('attribution') }
}
