/** The mark: an azalea flower of five petals, drawn in the colour of the text around it. */
export function Mark({ size = '1.75rem' }: { size?: string }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" className="mark">
      {[0, 72, 144, 216, 288].map((turn) => (
        <path
          key={turn}
          d="M32 31 C24 25 20.5 15 25 8.5 C27.5 5 30.5 6.5 32 4 C33.5 6.5 36.5 5 39 8.5 C43.5 15 40 25 32 31Z"
          transform={`rotate(${turn} 32 34)`}
        />
      ))}
    </svg>
  )
}
