import { expect, it } from 'vitest'
import { publishable, type OpenAward } from './award.ts'

const award = (pointsHundredths: number, isOwnHousehold: boolean): OpenAward => ({
  awardId: 'a',
  itemName: '清扫道路',
  occurredOn: '2026-03-02',
  pointsHundredths,
  state: 'scored',
  sourceKind: 'deed',
  person: { personId: 'p', name: '王小明' },
  isOwnHousehold,
})

it('leaves the reader’s own household out of what a notice will hold', () => {
  expect(publishable([award(150, false), award(-50, false), award(900, true)])).toEqual({
    count: 2,
    pointsHundredths: 100,
    own: 1,
  })
})
