import type { Sketch } from '~/domain/land/sketch'

/** What comes out of an operation over what is around it, as a picture; its numbers stand in the table beside it. */
export function PlotSketch({ sketch, label }: { sketch: Sketch; label: string }) {
  return (
    <svg viewBox={sketch.viewBox} role="img" aria-label={label} className="plot-sketch">
      {sketch.shapes.map((shape) => (
        <g key={shape.label} className={shape.part ? 'plot-sketch-part' : undefined}>
          <path d={shape.path} />
          <text x={shape.x} y={shape.y}>
            {shape.label}
          </text>
        </g>
      ))}
    </svg>
  )
}
