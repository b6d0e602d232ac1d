import type { Refusal } from '../../../../platform/refusal.ts'
import { refuse } from '../refusals.ts'
import { areaOf, crossesItself, overlapOf } from './measure-ring.ts'
import { boxOf, doBoxesMeet, isWithin, tidyRing, type Box, type Ring } from './ring.ts'

const MOST_CORNERS = 500
const LEAST_SQUARE_METRES = 5
const MOST_SQUARE_METRES = 1_000_000
/** What was measured with a tape and what was drawn with a finger differ by less. */
export const AREA_TOLERANCE_PERCENT = 10
const AREA_TOLERANCE_SQUARE_METRES = 10
/** Neighbours that were drawn apart share a strip of their border. */
export const OVERLAP_TOLERANCE_PERCENT = 3
/** Where China's land lies; a village is somewhere in it. */
export const COUNTRY: Box = {
  westE7: 730_000_000,
  southE7: 30_000_000,
  eastE7: 1_360_000_000,
  northE7: 540_000_000,
}
/** A village is no larger: about twenty kilometres. */
const NEAR_E7 = 2_000_000

/** A ring as it was measured. */
export interface Drawing {
  readonly ring: Ring
  readonly box: Box
  readonly areaSquareMetres: number
}

export interface Neighbour extends Drawing {
  readonly label: string
}

/** What a drawing has to fit. */
export interface Vicinity {
  /** Of the village; null: nobody has said. */
  readonly bounds: Box | null
  readonly neighbours: readonly Neighbour[]
}

/**
 * Measures a ring, and holds it against its village and its neighbours.
 * @throws Refusal 'plot_too_many_corners', 'plot_too_few_corners', 'plot_out_of_bounds',
 *   'plot_crosses_itself', 'plot_size_absurd', 'plot_area_does_not_fit', 'plot_overlaps'
 */
export function checkDrawing(
  label: string,
  drawn: Ring,
  statedSquareMetres: number | null,
  around: Vicinity,
): Drawing {
  const ring = tidyRing(drawn)
  if (ring.length > 2 * MOST_CORNERS) throw refuse('plot_too_many_corners', { label })
  if (ring.length < 6) throw refuse('plot_too_few_corners', { label })
  const box = boxOf(ring)
  if (!isWithin(box, boundsOf(around))) throw refuse('plot_out_of_bounds', { label })
  if (crossesItself(ring)) throw refuse('plot_crosses_itself', { label })
  const areaSquareMetres = Math.round(areaOf(ring))
  if (areaSquareMetres < LEAST_SQUARE_METRES || areaSquareMetres > MOST_SQUARE_METRES)
    throw refuse('plot_size_absurd', { label, drawn: areaSquareMetres })
  if (statedSquareMetres !== null && !fitsArea(statedSquareMetres, areaSquareMetres))
    throw refuse('plot_area_does_not_fit', {
      label,
      stated: statedSquareMetres,
      drawn: areaSquareMetres,
      percent: AREA_TOLERANCE_PERCENT,
    })
  const drawing = { ring, box, areaSquareMetres }
  const overlap = whatOverlaps(label, drawing, around.neighbours)
  if (overlap !== null) throw overlap
  return drawing
}

export function fitsArea(stated: number, drawn: number): boolean {
  const most = Math.max((drawn * AREA_TOLERANCE_PERCENT) / 100, AREA_TOLERANCE_SQUARE_METRES)
  return Math.abs(stated - drawn) <= most
}

function boundsOf({ bounds, neighbours }: Vicinity): Box {
  if (bounds !== null) return bounds
  const [one] = neighbours
  if (one === undefined) return COUNTRY
  return {
    westE7: one.box.westE7 - NEAR_E7,
    southE7: one.box.southE7 - NEAR_E7,
    eastE7: one.box.eastE7 + NEAR_E7,
    northE7: one.box.northE7 + NEAR_E7,
  }
}

function whatOverlaps(
  label: string,
  drawing: Drawing,
  neighbours: readonly Neighbour[],
): Refusal | null {
  for (const other of neighbours) {
    if (!doBoxesMeet(drawing.box, other.box)) continue
    const smaller = Math.min(drawing.areaSquareMetres, other.areaSquareMetres)
    const common = overlapOf(drawing.ring, other.ring)
    if (common * 100 > smaller * OVERLAP_TOLERANCE_PERCENT)
      return refuse('plot_overlaps', { label, other: other.label, common: Math.round(common) })
  }
  return null
}
