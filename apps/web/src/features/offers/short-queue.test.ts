import { expect, it } from 'vitest'
import { shortQueue } from './short-queue.ts'

const queue = (length: number) => Array.from({ length }, (_, at) => ({ place: at + 1 }))
const placesOf = (length: number, own: number | null) =>
  shortQueue(queue(length), own).map(({ place }) => place)

it('shows the first places of a long queue, and one’s own', () => {
  expect(placesOf(26, 25)).toEqual([1, 2, 3, 4, 5, 25])
  expect(placesOf(26, 3)).toEqual([1, 2, 3, 4, 5])
  expect(placesOf(26, null)).toEqual([1, 2, 3, 4, 5])
})

it('hides no place where hardly any would be hidden', () => {
  expect(placesOf(7, null)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(placesOf(8, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(placesOf(0, null)).toEqual([])
})
