import { type ReactNode, useEffect, useRef, useState } from 'react'
import { TextAreaField } from '~/components/kit/field'
import { fieldId } from '~/components/kit/form-context'
import { useFormat } from '~/components/kit/format'
import { RefusalText } from '~/components/kit/refusal-text'
import { useLang } from '~/components/kit/use-lang'
import { checkBoundary, readRing } from '~/domain/land/boundary'
import { type Position, type Ring, ringAreaM2 } from '~/domain/land/geometry'
import { readLine } from '~/domain/land/line-text'
import { useTranslation } from '~/locales/use-translation'
import type { BoundaryMode, Drawing } from './boundary-drawing'
import { useMapWords } from './use-map-words'

interface BoundaryEditorProps {
  /** The field the text is posted in, whether it was typed or drawn. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** GeoJSON that stands in the field before anything was typed. */
  defaultRing?: string
  outline: Ring | null
  neighbours: readonly { code: string; ring: Ring }[]
  /** The land a line is drawn over: in sight when the map opens. */
  over?: readonly { code: string; ring: Ring }[]
  mode: BoundaryMode
  required?: boolean
  /** The field of the same form in which the area is declared in hectares; the drawing is compared with it. */
  areaField?: string
  styleUrl?: string | null
}

const control = (name: string) => document.getElementById(fieldId(name)) as HTMLTextAreaElement | null

/**
 * The field of a boundary or a line: GeoJSON as text, and, where scripts run, a map on which to draw or correct it.
 * The text is what is posted; the map writes into it and follows it.
 */
export function BoundaryEditor(props: BoundaryEditorProps) {
  const {
    name,
    label,
    hint,
    defaultRing,
    outline,
    neighbours,
    over,
    mode,
    required = false,
    areaField,
    styleUrl,
  } = props
  const { t } = useTranslation('map')
  const [scripted, setScripted] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const drawing = useRef<Drawing | null>(null)
  useEffect(() => {
    setScripted(true)
    const field = control(name)
    if (!field) return
    setText(field.value)
    const follow = () => setText(field.value)
    const redraw = () => drawing.current?.show(readCorners(mode, field.value))
    field.addEventListener('input', follow)
    field.addEventListener('change', redraw)
    return () => {
      field.removeEventListener('input', follow)
      field.removeEventListener('change', redraw)
    }
  }, [name, mode])
  const write = (corners: readonly Position[]) => {
    const field = control(name)
    if (!field) return
    field.value = mode === 'polygon' ? polygonText(corners) : lineText(corners)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <div className="boundary-editor">
      <TextAreaField name={name} label={label} hint={hint} value={defaultRing} required={required} rows={4} />
      {scripted ? (
        <>
          {text !== null && mode === 'polygon' ? (
            <Measured text={text} areaField={areaField} outline={outline} neighbours={neighbours} />
          ) : null}
          <p className="actions no-print">
            <button type="button" className="button button-outline" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'draw.close' : mode === 'polygon' ? 'draw.open' : 'draw.openLine')}
            </button>
            {open ? (
              <button type="button" className="button button-outline" onClick={() => drawing.current?.begin()}>
                {t('draw.again')}
              </button>
            ) : null}
          </p>
          {open ? (
            <DrawingMap
              mode={mode}
              outline={outline}
              neighbours={neighbours}
              over={over ?? []}
              styleUrl={styleUrl ?? null}
              corners={() => readCorners(mode, control(name)?.value ?? '')}
              onOpen={(opened) => {
                drawing.current = opened
              }}
              onDrawn={write}
            />
          ) : null}
        </>
      ) : null}
    </div>
  )
}

const polygonText = (corners: readonly Position[]) => JSON.stringify({ type: 'Polygon', coordinates: [corners] })
const lineText = (corners: readonly Position[]) => JSON.stringify({ type: 'LineString', coordinates: corners })

/** The corners a text names, where it names any that can be drawn. */
function readCorners(mode: BoundaryMode, text: string): readonly Position[] {
  const read = mode === 'polygon' ? readRing(text) : readLine(text)
  return read.ok ? read.value : []
}

interface DrawingMapProps extends Pick<BoundaryEditorProps, 'mode' | 'outline' | 'neighbours'> {
  over: readonly { code: string; ring: Ring }[]
  styleUrl: string | null
  corners: () => readonly Position[]
  onOpen: (drawing: Drawing | null) => void
  onDrawn: (corners: readonly Position[]) => void
}

function DrawingMap(props: DrawingMapProps) {
  const { t } = useTranslation('map')
  const lang = useLang()
  const words = useMapWords(t('draw.title'))
  const box = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  // The map is opened once with what it was given then; it is not opened anew when the page is drawn again.
  const given = useRef({ ...props, lang, words })
  given.current = { ...props, lang, words }
  useEffect(() => {
    let gone = false
    let opened: Drawing | undefined
    const { corners, onOpen, ...rest } = given.current
    import('./boundary-drawing')
      .then(async ({ openDrawing }) => {
        if (gone || !box.current) return
        const onDrawn = (drawn: readonly Position[]) => given.current.onDrawn(drawn)
        opened = await openDrawing(box.current, { ...rest, corners: corners(), onDrawn })
        if (gone) opened.close()
        else onOpen(opened)
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      onOpen(null)
      opened?.close()
    }
  }, [])
  if (failed) return <p className="hint">{t('failed')}</p>
  return (
    <section className="interactive-map no-print" aria-label={t('draw.title')}>
      <div ref={box} className="interactive-map-box" />
      <p className="hint">{t(props.mode === 'polygon' ? 'draw.hint' : 'draw.hintLine')}</p>
    </section>
  )
}

interface MeasuredProps extends Pick<BoundaryEditorProps, 'areaField' | 'outline' | 'neighbours'> {
  text: string
}

/** The area of what stands in the field beside the declared one, and what is wrong with it, while it is drawn. */
function Measured({ text, areaField, outline, neighbours }: MeasuredProps) {
  const { t } = useTranslation('map')
  const { hectares, number } = useFormat()
  const declaredM2 = useDeclaredM2(areaField)
  if (text.trim() === '') return null
  const read = readRing(text)
  const measuredM2 = read.ok ? ringAreaM2(read.value) : null
  const verdict = read.ok ? checkBoundary(read.value, declaredM2 ?? measuredM2 ?? 0, { outline, neighbours }) : read
  const percent = measuredM2 !== null && declaredM2 ? (100 * (measuredM2 - declaredM2)) / declaredM2 : null
  return (
    <p className={verdict.ok ? 'boundary-state' : 'boundary-state boundary-state-wrong'} role="status">
      {measuredM2 === null ? null : <strong>{t('draw.measured', { area: hectares(measuredM2) })}</strong>}{' '}
      {declaredM2 !== null && percent !== null ? (
        <span>
          {t('draw.declared', {
            area: hectares(declaredM2),
            percent: `${percent > 0 ? '+' : ''}${number(percent, 1)} %`,
          })}
        </span>
      ) : null}{' '}
      {verdict.ok ? (
        <span>✓ {t('draw.fits')}</span>
      ) : (
        <span>
          ! <RefusalText code={verdict.refusal.code} values={verdict.refusal.values} />
        </span>
      )}
    </p>
  )
}

/** The area another field of the form declares, in m²; null while it says none. */
function useDeclaredM2(areaField: string | undefined): number | null {
  const [hectares, setHectares] = useState('')
  useEffect(() => {
    if (areaField === undefined) return
    const field = document.getElementById(fieldId(areaField)) as HTMLInputElement | null
    const follow = () => setHectares(field?.value ?? '')
    follow()
    field?.addEventListener('input', follow)
    return () => field?.removeEventListener('input', follow)
  }, [areaField])
  const typed = Number(hectares.trim().replace(',', '.'))
  return hectares.trim() !== '' && typed > 0 ? Math.round(typed * 10_000) : null
}
