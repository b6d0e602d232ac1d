import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  plainVillage,
  readRealRatings,
  scoreFigures,
  SeededRandom,
  simulateVillage,
  thinRatings,
} from '../attack-lab/index.ts'
import { fitRaterModel, plainScores } from './index.ts'
import type { RatingColumns } from './index.ts'
import { levelStars } from './star-levels.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/ratings')
const realSets = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => readRealRatings(fs.readFileSync(path.join(folder, file), 'utf8')))

describe('on ratings whose truth is known', () => {
  it.each([10, 5, 3])('comes nearer than the mean, with %d ratings a subject', (ratings) => {
    const gains = realSets.flatMap((set) =>
      [1, 2, 3].map((seed) => {
        const { columns, truth } = thinRatings(set, ratings, seed)
        const { score } = fitRaterModel(columns)
        const ours = scoreFigures(score, truth)
        const means = scoreFigures(plainScores(columns, 'mean'), truth)
        expect(ours.tau).toBeGreaterThan(means.tau - 0.01)
        expect(ours.correlation).toBeGreaterThan(means.correlation - 0.03)
        expect(ours.error).toBeLessThan(means.error + 0.02)
        return [
          ours.tau - means.tau,
          ours.correlation - means.correlation,
          means.error - ours.error,
        ]
      }),
    )
    const average = (n: number) => gains.reduce((sum, one) => sum + one[n]!, 0) / gains.length
    expect(average(0)).toBeGreaterThan(0.003)
    expect(average(1)).toBeGreaterThan(0.015)
    expect(average(2)).toBeGreaterThan(0.015)
  })

  it('holds the truth in nine of ten intervals, though experts use the scale otherwise', () => {
    const shares = realSets.map(({ columns, truth }) => {
      const { low, high } = fitRaterModel(columns)
      return truth.filter((value, j) => value >= low[j]! && value <= high[j]!).length / truth.length
    })
    expect(shares.reduce((a, b) => a + b, 0) / shares.length).toBeGreaterThan(0.92)
  })
})

describe('which scores are taken', () => {
  it('is the model in a village whose left-out raters agree better with it in all', () => {
    const { choice } = fitRaterModel(simulateVillage(plainVillage, 51).columns)
    expect(choice.kind).toBe('model')
    const { mean, model } = choice.figures
    expect(model.order).toBeGreaterThan(mean.order + 0.03)
    expect(model.correlation).toBeGreaterThan(mean.correlation + 0.03)
    expect(model.distance).toBeLessThan(mean.distance)
  })

  it('is the plain mean where few rate, where nobody rates two, and where severity is nothing', () => {
    const kindOf = (columns: RatingColumns) => {
      const { choice, score } = fitRaterModel(columns)
      if (choice.kind === 'mean') {
        const mean = plainScores(columns, 'mean')
        score.forEach((one, j) => expect(one).toBeCloseTo(mean[j]!, 6))
      }
      return choice.kind
    }
    const few = simulateVillage({ ...plainVillage, people: 8, friendsPerPerson: 0 }, 1)
    expect(kindOf(few.columns)).toBe('mean')
    const random = new SeededRandom(3)
    const once = Array.from({ length: 300 }, (_, n) => n)
    const stars = Float32Array.from(once, () => random.whole(1, 5))
    const rater = Int32Array.from(once)
    const subject = Int32Array.from(once, (n) => n % 60)
    const time = Float64Array.from(once)
    const strangers = { raterCount: 300, subjectCount: 60, rater, subject, stars, time }
    expect(kindOf(strangers)).toBe('mean')
    const alike = { ...strangers, raterCount: 30, rater: rater.map((n) => n % 30) }
    expect(kindOf(alike)).toBe('mean')
  })

  it('does not let rings speak for themselves', () => {
    for (const seed of [61, 62]) {
      const { columns } = simulateVillage({ ...plainVillage, colluding: 0.2 }, seed)
      expect(fitRaterModel(columns).choice.kind).toBe('model')
    }
  })

  it('does not depend on the order of the rows', () => {
    const { columns } = realSets[0]!
    const order = new SeededRandom(5).shuffle([...columns.rater.keys()])
    const shuffled: RatingColumns = {
      ...columns,
      rater: Int32Array.from(order, (row) => columns.rater[row]!),
      subject: Int32Array.from(order, (row) => columns.subject[row]!),
      stars: Float32Array.from(order, (row) => columns.stars[row]!),
      time: Float64Array.from(order, (row) => columns.time[row]!),
    }
    const [one, other] = [columns, shuffled].map((list) => fitRaterModel(list))
    expect(other!.choice).toEqual(one!.choice)
    expect([other!.score, other!.low]).toEqual([one!.score, one!.low])
  })
})

describe('levelled stars', () => {
  it('keep the order of the stars, their mean, and the distances of an even use of the scale', () => {
    const even = Float32Array.from([1, 2, 2, 3, 3, 3, 3, 4, 4, 5])
    const levels = levelStars(even)
    levels.forEach((level, at) => expect(level).toBeCloseTo(even[at]!, 0))
    const sum = (list: Float32Array) => list.reduce((a, b) => a + b, 0)
    expect(sum(levels)).toBeCloseTo(sum(even), 4)
  })

  it('draw in the few high values where most are the lowest', () => {
    const rare = Float32Array.from([...Array.from({ length: 30 }, () => 1), 1.4, 2, 2, 3, 5])
    const levels = levelStars(rare)
    expect(levels.at(-1)! - levels.at(-2)!).toBeLessThan(1)
    expect([...levels].sort((a, b) => a - b)).toEqual([...levels])
  })

  it('of one value alone are that value', () => {
    expect([...levelStars(Float32Array.from([4, 4]))]).toEqual([4, 4])
    expect(levelStars(new Float32Array())).toEqual(new Float32Array())
  })
})
