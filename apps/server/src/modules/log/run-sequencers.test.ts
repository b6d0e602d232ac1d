import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import {
  appendRecords,
  foundBareVillage,
  LOG_START,
  logKeyring,
  openTestLog,
  PUBLIC_URL,
} from '../../../test/log-village.ts'
import { useTestDatabase } from '../../../test/database.ts'
import { ManualClock } from '../../platform/clock.ts'
import { selectHead } from './head.store.ts'
import { noWitnesses } from './policy.ts'
import { runSequencers } from './run-sequencers.ts'

const warnings: string[] = []
const listen = (warning: Error) => void warnings.push(`${warning.name}: ${warning.message}`)
process.on('warning', listen)
afterEach(() => void process.off('warning', listen))

it('runs twelve villages side by side without a warning, and ends all of them', async () => {
  const { database, owner } = await useTestDatabase()
  const faults: unknown[] = []
  const villages = Array.from({ length: 12 }, (_, no) => `33010910${String(3_000 + no)}`)
  for (const village of villages) {
    await foundBareVillage(owner, village)
    await openTestLog(database, village)
    await appendRecords(owner, village, 2)
  }
  const sequencers = runSequencers({
    database,
    clock: new ManualClock(LOG_START),
    keyring: logKeyring,
    publicUrl: PUBLIC_URL,
    witnesses: () => noWitnesses,
    onFault: (fault) => void faults.push(fault),
  })
  const published = async () => {
    let size = 0
    for (const villageId of villages) {
      const log = { villageId, generation: 1 }
      const head = await database.inVillage(villageId, (db) => selectHead(db, log))
      size += head?.published?.size ?? 0
    }
    return size
  }
  await expect.poll(published, { timeout: 20_000 }).toBe(24)
  await wait(1_500) // each of them pauses by now
  const began = Date.now()
  await sequencers.stop()
  expect(Date.now() - began).toBeLessThan(5_000)
  expect(faults).toEqual([])
  expect(warnings).toEqual([])
})
