import { useMemo } from 'react'
import { encode } from 'uqr'
import './qr-code.css'

/** A QR code in black on white whatever the scheme, since scanners want it so. */
export function QrCode({
  text,
  label,
  correction = 'M',
}: {
  text: string
  /** What the code leads to, for those who cannot see it. */
  label: string
  correction?: 'L' | 'M' | 'Q' | 'H'
}) {
  const { size, path } = useMemo(() => drawing(text, correction), [text, correction])
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, so there is no file for an <img>
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} fill="#000000" />
    </svg>
  )
}

/** One path for all dark modules, row by row; four light modules around it, as the norm asks. */
function drawing(text: string, ecc: 'L' | 'M' | 'Q' | 'H'): { size: number; path: string } {
  const { data, size } = encode(text, { ecc, border: 4 })
  const runs: string[] = []
  data.forEach((row, y) => {
    let x = 0
    while (x < row.length) {
      let end = x
      while (row[end] === true) end += 1
      if (end > x) runs.push(`M${x} ${y}h${end - x}v1h${x - end}z`)
      x = end + 1
    }
  })
  return { size, path: runs.join('') }
}
