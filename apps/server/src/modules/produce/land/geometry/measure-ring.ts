import { area } from '@turf/area'
import { featureCollection, polygon } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import { kinks } from '@turf/kinks'
import { cornersOf, type Corner, type Ring } from './ring.ts'

const E7 = 10_000_000
const METRES_PER_DEGREE = 111_195

/** The area on the earth's sphere, in square metres. */
export function areaOf(ring: Ring): number {
  return area(polygon([closed(cornersOf(ring).map(([east, north]) => [east / E7, north / E7]))]))
}

/** Whether two of its sides cross or touch. */
export function crossesItself(ring: Ring): boolean {
  const [origin] = cornersOf(ring)
  return origin !== undefined && kinks(onPlane(ring, origin)).features.length > 0
}

/** What two rings have in common, in square metres: none where they only touch. */
export function overlapOf(one: Ring, other: Ring): number {
  const [origin] = cornersOf(one)
  if (origin === undefined) return 0
  const common = intersect(featureCollection([onPlane(one, origin), onPlane(other, origin)]))
  if (common === null) return 0
  const { type, coordinates } = common.geometry
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.reduce((sum, [outer = [], ...holes]) => {
    const inner = holes.reduce((holed, hole) => holed + planeArea(hole), 0)
    return sum + planeArea(outer) - inner
  }, 0)
}

/** In metres east and north of a corner: on the few hundred metres of a plot the earth is flat. */
function onPlane(ring: Ring, [originEast, originNorth]: Corner) {
  const shrink = Math.cos((originNorth / E7 / 180) * Math.PI)
  const points = cornersOf(ring).map(([east, north]) => [
    ((east - originEast) / E7) * METRES_PER_DEGREE * shrink,
    ((north - originNorth) / E7) * METRES_PER_DEGREE,
  ])
  return polygon([closed(points)])
}

function closed(points: number[][]): number[][] {
  const [first] = points
  return first === undefined ? points : [...points, first]
}

/** Of a ring whose first point is repeated at the end. */
function planeArea(points: readonly (readonly number[])[]): number {
  const doubled = points.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [beforeX = 0, beforeY = 0] = points[at] ?? []
    return sum + beforeX * y - x * beforeY
  }, 0)
  return Math.abs(doubled) / 2
}
