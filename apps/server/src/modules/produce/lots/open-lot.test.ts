import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../platform/actor.ts'
import { createGrownVillage, harvested, type GrownVillage } from '../../../../test/packs-village.ts'
import { openLot } from './open-lot.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('opens one lot for a weigh-in, in the transaction of whoever weighs', async () => {
  const harvestId = await harvested(village)
  const { test, technician } = village
  const { act, secrets } = test.server
  const actor = { ...technician, roles: new Set<Role>(['technician']), leadsGroupNo: null }
  const weighInId = test.server.newId()
  const weigh = () =>
    act<{ readonly number: string }>(
      { name: 'weigh', actor, key: test.server.newId(), input: {} },
      (tx) => {
        const weighed = { harvestId, grade: 'second', grams: 40_000 } as const
        return openLot(tx, secrets, { ...weighed, openedBy: technician.personId, weighInId })
      },
    )
  const { number } = await weigh()
  expect(number).toMatch(/^260302-/)
  await expect(weigh()).rejects.toMatchObject({ code: 'lot_of_weigh_in' })
})
