import { useState } from 'react'

const radius = 15.9155 // a circumference of 100

/** How much of the code's time is left, as a ring that empties; the words beside it say the same. */
export function CodeRing({ secondsLeft }: { secondsLeft: number }) {
  // The code's whole time is not told; the most that was ever left is as good.
  const [most, setMost] = useState(Math.max(1, secondsLeft))
  if (secondsLeft > most) setMost(secondsLeft)
  return (
    <svg className="wall__ring" viewBox="0 0 36 36" aria-hidden="true">
      <circle className="wall__ring-track" cx="18" cy="18" r={radius} pathLength="100" />
      <circle
        className="wall__ring-left"
        cx="18"
        cy="18"
        r={radius}
        pathLength="100"
        strokeDasharray={`${(secondsLeft / most) * 100} 100`}
      />
    </svg>
  )
}
