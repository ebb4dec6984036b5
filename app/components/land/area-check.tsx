import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import type { AreaCheck as Check } from '~/domain/land/vn2000'
import { useTranslation } from '~/locales/use-translation'

/** The declared area beside the computed one, with what difference is accepted. */
export function AreaCheck({ area, from }: { area: Check; from: 'vertices' | 'drawing' }) {
  const { t } = useTranslation(['plot', 'common'])
  const { number } = useFormat()
  const m2 = (value: number) => t('common:unit.squareMetres', { value: number(value) })
  const difference = ((area.computedM2 - area.declaredM2) / area.declaredM2) * 100
  return (
    <>
      {t('area.both', { declared: m2(area.declaredM2), computed: m2(area.computedM2) })}{' '}
      <StatusTag tone={area.agrees ? 'pine' : 'brick'}>{t(area.agrees ? 'area.agrees' : 'area.differs')}</StatusTag>
      <span className="hint block">
        {t(from === 'vertices' ? 'area.fromVertices' : 'area.fromDrawing', {
          difference: number(difference, 2),
        })}
      </span>
    </>
  )
}
