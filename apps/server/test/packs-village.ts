import { createGrownVillage, declare, type GrownVillage } from './inputs-village.ts'
import { done } from './participation-village.ts'
import { call, type TestPerson } from './server.ts'

/** Harvests are of days that come one after another. */
export async function harvested(village: GrownVillage, on = '2026-03-02'): Promise<string> {
  return (await done(declare(village, on))).harvestId
}

export const bring = (
  { test, technician }: GrownVillage,
  harvestId: string,
  grams = 100_000,
  person: TestPerson = technician,
  grade = 'first',
) => call(test, person, 'POST', '/api/harvest-lots', { harvestId, grade, grams })

export const lotsOf = ({ test, technician }: GrownVillage) =>
  done(call(test, technician, 'GET', '/api/harvest-lots'))

export { createGrownVillage, type GrownVillage }

/** A lot of one declared harvest of 120 kg. */
export async function lotOf(village: GrownVillage, harvestId: string, grams: number) {
  return done(bring(village, harvestId, grams)) as Promise<{ lotId: string; number: string }>
}

/** 100 packs of 500 g and a kilogram lost of one lot, unless said otherwise. */
export const packOf = (
  { test, technician }: GrownVillage,
  lots: readonly { readonly lotId: string; readonly grams: number }[],
  change: object = {},
  person: TestPerson = technician,
) =>
  call(test, person, 'POST', '/api/packings', {
    lots,
    packs: [{ grams: 500, count: 100 }],
    lossGrams: 1000,
    lossBecause: 'trimmed',
    bestBefore: '2026-03-09',
    ...change,
  })

export const recall = (
  { test, committee }: GrownVillage,
  reach: string,
  target: string,
  person: TestPerson = committee,
) =>
  call(test, person, 'POST', '/api/holds', { reach, target, because: '检测中心来电：抽样不合格' })

export const recallOf = ({ test, committee }: GrownVillage, reach: string, target: string) =>
  call(test, committee, 'GET', `/api/recalls?reach=${reach}&target=${encodeURIComponent(target)}`)
