import { expect, it } from 'vitest'
import { sightOf } from './sight-of-log.ts'

const checkpointOf = (size: number) => ({
  origin: 'o',
  size,
  rootHash: new Uint8Array(32),
  extensions: [],
})
const head = { checkpoint: { size: 12 } }

it.each([
  ['at first sight', null, true, 'first'],
  ['looked at again on the first visit', checkpointOf(12), true, 'first'],
  ['that has grown during the first visit', checkpointOf(9), true, 'first'],
  ['on a later visit', checkpointOf(12), false, 'same'],
  ['that has grown since', checkpointOf(9), false, 'more'],
] as const)('says of a log %s no more than is so', (_when, before, isFirstVisit, sight) => {
  expect(sightOf({ head, before: before as never, follows: null }, isFirstVisit)).toBe(sight)
})
