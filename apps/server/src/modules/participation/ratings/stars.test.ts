import { expect, it } from 'vitest'
import { summariseStars } from './stars.ts'

it.each([
  [[0, 0, 0, 0, 0], null],
  [[0, 0, 0, 0, 3], 50],
  [[1, 0, 0, 0, 0], 10],
  [[0, 0, 1, 1, 1], 40],
  [[1, 1, 0, 1, 0], 23],
  [[0, 0, 0, 3, 1], 43], // 4.25 rounds up
] as const)('sums %j up as %s tenths', (distribution, averageTenths) => {
  expect(summariseStars(distribution)).toMatchObject({ averageTenths })
})
