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
