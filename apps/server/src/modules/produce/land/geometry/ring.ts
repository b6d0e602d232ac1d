/**
 * A ring of corners, longitude and latitude in turns, in ten-millionths of a degree (WGS-84): about a
 * centimetre. The first corner is not repeated at the end.
 */
export type Ring = readonly number[]

export type Corner = readonly [eastE7: number, northE7: number]

/** A rectangle between two meridians and two parallels. */
export interface Box {
  readonly westE7: number
  readonly southE7: number
  readonly eastE7: number
  readonly northE7: number
}

export function cornersOf(ring: Ring): Corner[] {
  return Array.from({ length: ring.length / 2 }, (_, at): Corner => [
    ring[2 * at] ?? 0,
    ring[2 * at + 1] ?? 0,
  ])
}

/** Without corners that say the same as the one before, or the first one again at the end. */
export function tidyRing(ring: Ring): Ring {
  const corners = cornersOf(ring)
  const isSame = (a: Corner | undefined, b: Corner) => a?.[0] === b[0] && a[1] === b[1]
  const told = corners.filter((corner, at) => !isSame(corners[at - 1], corner))
  const last = told.at(-1)
  return (last !== undefined && isSame(told[0], last) ? told.slice(0, -1) : told).flat()
}

export function boxOf(ring: Ring): Box {
  const east = ring.filter((_, at) => at % 2 === 0)
  const north = ring.filter((_, at) => at % 2 === 1)
  return {
    westE7: Math.min(...east),
    southE7: Math.min(...north),
    eastE7: Math.max(...east),
    northE7: Math.max(...north),
  }
}

export function doBoxesMeet(a: Box, b: Box): boolean {
  return (
    a.westE7 <= b.eastE7 && b.westE7 <= a.eastE7 && a.southE7 <= b.northE7 && b.southE7 <= a.northE7
  )
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.westE7 >= outer.westE7 &&
    inner.southE7 >= outer.southE7 &&
    inner.eastE7 <= outer.eastE7 &&
    inner.northE7 <= outer.northE7
  )
}
