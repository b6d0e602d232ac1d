import type { ApprovedUse } from '@azalea/produce-rules'
import { writeListFile } from '../src/modules/produce/inputs/lists/write-list-file.ts'
import { done } from './participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson, type TestServer } from './server.ts'
import { upload } from './upload.ts'

/** Seven days before harvest, twice a season. */
export const spray: ApprovedUse = {
  kind: 'pesticide',
  name: '试验水剂',
  registrationNumber: 'PD20990001',
  substances: ['甲碱'],
  crops: ['白菜', '萝卜'],
  unit: 'ml',
  leastPerMu: 30_000,
  mostPerMu: 40_000,
  mostUses: 2,
  preHarvestDays: 7,
  reEntryHours: 24,
  isOrganic: false,
  validFrom: '2026-01-01',
  validTo: null,
  source: '试验标签',
}
/** Nothing to wait for, as often as one likes. */
export const compost: ApprovedUse = {
  ...spray,
  kind: 'fertiliser',
  name: '试验有机肥',
  registrationNumber: '农肥0001',
  substances: [],
  unit: 'g',
  leastPerMu: 100_000_000,
  mostPerMu: 300_000_000,
  mostUses: null,
  preHarvestDays: 0,
  reEntryHours: 0,
  isOrganic: true,
}

/** A village with those who make, confirm and use lists of approved products. */
export interface InputsVillage {
  readonly test: TestServer
  readonly committee: TestPerson
  readonly supervisor: TestPerson
  readonly technician: TestPerson
  readonly villager: TestPerson
}

export async function createInputsVillage(): Promise<InputsVillage> {
  const test = await createTestServer()
  return {
    test,
    committee: await addPerson(test, { roles: ['committee'] }),
    supervisor: await addPerson(test, { roles: ['supervisor'] }),
    technician: await addPerson(test, { roles: ['technician'] }),
    villager: await addPerson(test),
  }
}

export async function importList(
  { test, technician }: InputsVillage,
  uses: readonly ApprovedUse[],
  person: TestPerson = technician,
) {
  return upload(test, person, '/api/approved-lists/import', await writeListFile(uses))
}

/** A list that counts from now on. */
export async function publishList(
  village: InputsVillage,
  uses: readonly ApprovedUse[],
): Promise<number> {
  const { listId } = await done(importList(village, uses))
  const url = `/api/approved-lists/${listId}/confirm`
  return (await done(call(village.test, village.supervisor, 'POST', url))).edition
}
