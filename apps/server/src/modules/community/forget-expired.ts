import { civilDay } from '@azalea/text'
import { waitingSince } from './second-person/waiting-since.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { inEveryVillage } from '../../platform/jobs.ts'
import { requestedSince } from './credentials/change-own-phone.ts'
import { deleteRequestedBefore } from './credentials/own-phone-request.store.ts'
import { deleteChangesBefore } from './credentials/sign-in-change.store.ts'
import { deleteProposalsBefore } from './erasure/removal.store.ts'
import { selectVillageIds } from './founding/village.store.ts'
import { deleteMissesBefore } from './roster/number-miss.store.ts'
import { IMPORT_HOURS } from './roster/kept-import.ts'
import { deleteRosterImportsBefore } from './roster/roster-import.store.ts'
import { deleteEndedSignIns } from './sign-in/sign-in.store.ts'
import { deleteCodeRequestsBefore } from './wechat/binding.store.ts'
import { codesCountSince } from './wechat/bind-wechat.ts'

const HOUR_MILLISECONDS = 3_600_000

/** A job: forgets ended codes, requests and sessions, and roster files, changes of sign-in and removals that nobody confirmed. */
export async function forgetExpired(database: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime()
  const anHourAgo = new Date(now - HOUR_MILLISECONDS)
  await database.outsideVillages(async (db) => {
    await deleteEndedSignIns(db, anHourAgo)
    await deleteCodeRequestsBefore(db, codesCountSince(clock.now()))
  })
  const uploadedBefore = new Date(now - IMPORT_HOURS * HOUR_MILLISECONDS)
  const villageIds = await database.outsideVillages(selectVillageIds)
  await inEveryVillage(villageIds, (villageId) =>
    database.inVillage(villageId, async (db) => {
      await deleteRosterImportsBefore(db, villageId, uploadedBefore)
      await deleteRequestedBefore(db, villageId, requestedSince(clock.now()))
      await deleteChangesBefore(db, villageId, waitingSince(clock.now()))
      await deleteMissesBefore(db, villageId, civilDay(clock.now()))
      await deleteProposalsBefore(db, villageId, waitingSince(clock.now()))
    }),
  )
}
