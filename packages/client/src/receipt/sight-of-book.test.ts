import { expect, it } from 'vitest'
import { sightOf } from './sight-of-book.ts'

const head = (size: number) => ({ origin: 'o', size, rootHash: new Uint8Array(32), extensions: [] })
const book = { checkpoint: { size: 12 } }

it.each([
  ['at first sight', null, true, 'first'],
  ['looked at again on the first visit', head(12), true, 'first'],
  ['that has grown during the first visit', head(9), true, 'first'],
  ['on a later visit', head(12), false, 'same'],
  ['that has grown since', head(9), false, 'more'],
] as const)('says of a log %s no more than is so', (_when, before, isFirstVisit, sight) => {
  expect(sightOf({ book, before: before as never, follows: null }, isFirstVisit)).toBe(sight)
})
