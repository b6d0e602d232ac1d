import { expect, it } from 'vitest'
import { reckoningOf } from './reckoning.ts'

const closing = {
  closesOn: '2026-12-21',
  isAnnounced: true,
  policy: 'carry_over' as const,
  keepPermille: 500,
  atMostHundredths: null,
  walletHundredths: 2930,
  heldHundredths: 0,
  uncountedHundredths: 80,
  countedHundredths: 2850,
  keptHundredths: 1505,
  droppedHundredths: 1425,
}
const said = (change: Partial<typeof closing> | Record<string, unknown>) =>
  reckoningOf({ ...closing, ...change }).map(({ step, hundredths }) => [step, hundredths])

it('says why half of 29.3 points is not what is dropped', () => {
  expect(said({})).toEqual([
    ['wallet', 2930],
    ['uncounted', -80],
    ['counted', 2850],
    ['part', 1425],
    ['dropped', 1425],
    ['kept', 1505],
  ])
})

it('adds what is set aside, and names the limit where it is what counts', () => {
  const limited = {
    atMostHundredths: 2000,
    walletHundredths: 9000,
    heldHundredths: 1000,
    uncountedHundredths: 0,
    countedHundredths: 10_000,
    keptHundredths: 2000,
    droppedHundredths: 8000,
  }
  expect(said(limited)).toEqual([
    ['wallet', 9000],
    ['held', 1000],
    ['counted', 10_000],
    ['most', 2000],
    ['dropped', 8000],
  ])
})

it('says that all is dropped where the sheet resets, in as many lines as it takes', () => {
  const reset = {
    policy: 'reset',
    keepPermille: null,
    uncountedHundredths: 0,
    walletHundredths: 700,
    countedHundredths: 700,
    keptHundredths: 0,
    droppedHundredths: 700,
  }
  expect(said(reset)).toEqual([
    ['wallet', 700],
    ['nothing', 0],
    ['dropped', 700],
  ])
})
