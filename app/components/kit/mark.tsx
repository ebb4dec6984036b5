const PETAL = 'M24 19.2c1.5-2.2 1.5-4.7 0-7.2-1.5 2.5-1.5 5 0 7.2z'
const ANGLES = [0, 45, 90, 135, 180, 225, 270, 315]

/** The mark: a boundary post with a star-anise flower. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} fill="none" aria-hidden="true" className="mark">
      <path d="M14 46V15.5C14 9.7 18.5 5 24 5s10 4.7 10 10.5V46z" className="mark-post" />
      <path d="M9 46h30" className="mark-ground" strokeWidth="3" strokeLinecap="round" />
      <g className="mark-flower">
        {ANGLES.map((angle) => (
          <path key={angle} d={PETAL} transform={`rotate(${angle} 24 20)`} />
        ))}
      </g>
      <path d="M20 34h8M20 39h8" className="mark-lines" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
