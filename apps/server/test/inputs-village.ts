import type { ApprovedUse } from '@azalea/produce-rules'
import { writeListFile } from '../src/modules/produce/inputs/lists/write-list-file.ts'
import { claimPlotOf, createLandVillage, drawnPlots } from './land-village.ts'
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

export async function createInputsVillage(
  options: Parameters<typeof createTestServer>[0] = {},
): Promise<InputsVillage> {
  const test = await createTestServer(options)
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

/** A village with a published list and a grower on a plot of 601 m². */
export interface GrownVillage extends InputsVillage {
  readonly grower: TestPerson
  readonly plotId: string
  readonly growingSeasonId: string
}

export async function createGrownVillage(
  uses: readonly ApprovedUse[] = [spray, compost],
  options: Parameters<typeof createTestServer>[0] = {},
): Promise<GrownVillage> {
  const village = await createInputsVillage(options)
  const { test } = village
  const { committee, growingSeasonId } = await createLandVillage(test)
  await publishList(village, uses)
  const [plotId = ''] = await drawnPlots(test, committee, ['甲1'])
  const grower = await addPerson(test)
  await done(claimPlotOf(test, grower, plotId, growingSeasonId))
  return { ...village, grower, plotId, growingSeasonId }
}

/** 35 ml a mu on 601 m², nearly. */
export const FITTING = { unit: 'ml', thousandths: 31_500 } as const

export const askFor = (
  { test, grower, plotId }: GrownVillage,
  change: object = {},
  person: TestPerson = grower,
) =>
  call(test, person, 'POST', '/api/applications', {
    plotId,
    registrationNumber: spray.registrationNumber,
    crop: '白菜',
    amount: FITTING,
    ...change,
  })

/** A photo of this person. Fixture only. */
export async function photoOf(test: TestServer, person: TestPerson): Promise<string> {
  const fileId = test.server.newId()
  const row = [person.villageId, fileId, person.personId, test.clock.now()]
  await test.owner.query(`INSERT INTO file VALUES ($1, $2, $3, 'image/webp', '', 10, 10, $4)`, row)
  return fileId
}

export async function approve(
  { test, technician }: GrownVillage,
  applicationId: string,
  person: TestPerson = technician,
) {
  const url = `/api/applications/${applicationId}/approve`
  return call(test, person, 'POST', url, { photoFileId: await photoOf(test, person) })
}

/** Asked for and put on the plot at this moment. */
export async function applied(village: GrownVillage, change: object = {}): Promise<string> {
  const { applicationId } = await done(askFor(village, change))
  await done(approve(village, applicationId))
  return applicationId
}

export const inputsOf = (village: GrownVillage, person: TestPerson = village.grower) =>
  done(call(village.test, person, 'GET', `/api/plots/${village.plotId}/inputs`))

export const declare = (
  { test, grower, plotId }: GrownVillage,
  on: string,
  person: TestPerson = grower,
) =>
  call(test, person, 'POST', `/api/plots/${plotId}/harvests`, {
    on,
    crop: '白菜',
    expectedGrams: 120_000,
  })

export async function enterTest(
  { test, technician, plotId }: GrownVillage,
  outcome: 'passed' | 'failed',
  person: TestPerson = technician,
) {
  return call(test, person, 'POST', `/api/plots/${plotId}/residue-tests`, {
    method: 'rapid_card',
    outcome,
    photoFileId: await photoOf(test, person),
  })
}
