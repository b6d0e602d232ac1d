import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../platform/refusal.ts'
import { rectangle } from '../../../../../test/land-village.ts'
import { checkDrawing, fitsArea, type Neighbour, type Vicinity } from './check-drawing.ts'
import { areaOf, overlapOf } from './measure-ring.ts'
import { boxOf, tidyRing, type Ring } from './ring.ts'

const alone: Vicinity = { bounds: null, neighbours: [] }
const beside = (ring: Ring): Vicinity => {
  const other: Neighbour = { label: 'A-1', ring, box: boxOf(ring), areaSquareMetres: 600 }
  return { bounds: null, neighbours: [other] }
}
const codeOf = (ring: Ring, stated: number | null = null, around = alone): string => {
  try {
    checkDrawing('A-2', ring, stated, around)
    return 'fits'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a drawing', () => {
  it('is measured on the globe, without corners that say nothing', () => {
    const ring = rectangle(0, 0)
    const repeated = [...ring.slice(0, 2), ...ring, ...ring.slice(0, 2)]
    const measured = checkDrawing('A-1', repeated, 600, alone)
    expect(measured.areaSquareMetres).toBeGreaterThan(590)
    expect(measured.areaSquareMetres).toBeLessThan(610)
    expect(measured.ring).toEqual(ring)
    expect(tidyRing([1, 1, 1, 1])).toEqual([])
  })

  it('is the same whichever way round it is drawn', () => {
    const ring = rectangle(0, 0)
    const pairs = Array.from({ length: 4 }, (_, at) => ring.slice(2 * at, 2 * at + 2))
    expect(areaOf(pairs.toReversed().flat())).toBeCloseTo(areaOf(ring), 6)
  })

  it('is refused when its outline crosses or touches itself', () => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = rectangle(0, 0)
    expect(codeOf([a, b, e, f, c, d, g, h])).toBe('plot_crosses_itself')
  })

  it('is refused with too few or too many corners, or of an absurd size', () => {
    expect(codeOf([1_202_000_000, 300_000_000, 1_202_000_100, 300_000_100])).toBe(
      'plot_too_few_corners',
    )
    const many = Array.from({ length: 501 }, (_, at) => [1_202_000_000 + at, 300_000_000 + at * at])
    expect(codeOf(many.flat())).toBe('plot_too_many_corners')
    expect(codeOf(rectangle(0, 0, 1, 1))).toBe('plot_size_absurd')
    expect(codeOf(rectangle(0, 0, 2_000, 2_000))).toBe('plot_size_absurd')
  })

  it('is refused outside the country, the village, or far from its other plots', () => {
    const swapped = [
      300_000_000, 1_202_000_000, 300_002_000, 1_202_000_000, 300_002_000, 1_202_002_000,
    ]
    expect(codeOf(swapped)).toBe('plot_out_of_bounds')
    const bounds = boxOf(rectangle(0, 0, 100, 100))
    expect(codeOf(rectangle(90, 0), null, { bounds, neighbours: [] })).toBe('plot_out_of_bounds')
    expect(codeOf(rectangle(60_000, 0), null, beside(rectangle(0, 0)))).toBe('plot_out_of_bounds')
  })

  it('may differ from the area that is stated by a tenth', () => {
    expect(codeOf(rectangle(0, 0), 645)).toBe('fits')
    expect(codeOf(rectangle(0, 0), 680)).toBe('plot_area_does_not_fit')
    expect([fitsArea(30, 22), fitsArea(33, 22)]).toEqual([true, false])
  })

  it('may touch its neighbour and share a strip of the border, and no more', () => {
    const neighbour = beside(rectangle(0, 0))
    expect(codeOf(rectangle(20, 0), null, neighbour)).toBe('fits')
    expect(codeOf(rectangle(19.5, 0), null, neighbour)).toBe('fits')
    expect(codeOf(rectangle(18, 0), null, neighbour)).toBe('plot_overlaps')
    expect(codeOf(rectangle(5, 5, 5, 5), null, neighbour)).toBe('plot_overlaps')
    expect(overlapOf(rectangle(0, 0), rectangle(10, 0))).toBeCloseTo(300, -1)
  })
})
