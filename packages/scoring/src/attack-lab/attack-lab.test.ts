import { describe, expect, it } from 'vitest'
import { measureVillage, plainVillage } from './index.ts'
import type { VillageMeasure, VillageParameters } from './index.ts'

// Small fixed villages; the whole lab, with other seeds and other kinds of villages, is
// `npm run bench:raters`.
const seeds = [101, 102]

function measured(changed: Partial<VillageParameters>): VillageMeasure[] {
  return seeds.map((seed) => measureVillage({ ...plainVillage, ...changed }, seed))
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function advantage({ tau }: VillageMeasure): number {
  return tau.model - Math.max(tau.mean, tau.median, tau.shrunkenMean)
}

describe('the attack lab', () => {
  it('ranks better than mean, median and shrunken mean from five ratings a subject', () => {
    const villages = measured({})
    expect(mean(villages.map(advantage))).toBeGreaterThanOrEqual(0.05)
    expect(mean(villages.map(({ coverage }) => coverage))).toBeGreaterThan(0.93)
    expect(villages.map(({ wronglyCalled }) => wronglyCalled)).toEqual([0, 0])
  })

  it('keeps its ranking when a fifth of the village colludes, and finds who', () => {
    const villages = measured({ colluding: 0.2 })
    expect(mean(villages.map(advantage))).toBeGreaterThanOrEqual(0.15)
    expect(mean(villages.map(({ ringPrecision }) => ringPrecision))).toBeGreaterThanOrEqual(0.9)
    expect(mean(villages.map(({ ringRecall }) => ringRecall))).toBeGreaterThanOrEqual(0.7)
  })

  it('lets a ring of six move no subject of its own by more than 0.3 stars', () => {
    const villages = measured({ colluding: 0.025, ringSize: [6, 6] })
    expect(Math.max(...villages.map(({ largestGain }) => largestGain.model))).toBeLessThanOrEqual(
      0.3,
    )
    expect(Math.min(...villages.map(({ largestGain }) => largestGain.mean))).toBeGreaterThan(1)
  })

  const circle = {
    ringStyle: 'circle' as const,
    ringSize: [6, 6] as [number, number],
    ratingsPerSubject: [3, 3] as [number, number],
    ringDays: 42,
  }

  it.each([1, 4])(
    'finds six who each lift the next two over six weeks, with %d subjects each',
    (subjectsPerPerson) => {
      const villages = measured({ ...circle, subjectsPerPerson, colluding: 0.025 })
      for (const { averageGain, ringPrecision, ringRecall } of villages) {
        expect(averageGain.mean).toBeGreaterThan(0.35)
        expect(averageGain.model).toBeLessThanOrEqual(0.2)
        expect(ringPrecision).toBe(1)
        expect(ringRecall).toBe(1)
      }
    },
  )

  it('finds most where a fifth of the village is in such circles', () => {
    const villages = measured({ ...circle, subjectsPerPerson: 1, colluding: 0.2 })
    expect(mean(villages.map(({ ringPrecision }) => ringPrecision))).toBeGreaterThanOrEqual(0.9)
    expect(mean(villages.map(({ ringRecall }) => ringRecall))).toBeGreaterThanOrEqual(0.6)
    expect(mean(villages.map(({ averageGain }) => averageGain.model))).toBeLessThanOrEqual(0.3)
  })

  it('calls nobody a ring where neighbours rate neighbours and good farmers live together', () => {
    for (const subjectsPerPerson of [1, 4]) {
      const villages = measured({
        hamletSize: 12,
        ratingsPerSubject: [3, 3],
        subjectsPerPerson,
      })
      expect(villages.map(({ wronglyCalled }) => wronglyCalled)).toEqual([0, 0])
    }
  })

  it('does not call friends a ring who rate each other as they are', () => {
    const villages = measured({ friendsPerPerson: 6 })
    expect(villages.map(({ wronglyCalled }) => wronglyCalled)).toEqual([0, 0])
  })
})
