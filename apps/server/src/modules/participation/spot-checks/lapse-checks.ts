import { spotCheckLapsed } from '@azalea/records'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { readHoldersOf, selectVillageIds, sendMessages } from '../../community/index.ts'
import type { Commands } from '../ground/commands.ts'
import { hasUnmadeChecks, markLapsed } from './spot-check.store.ts'
import { lapseReaders } from './spot-policy.ts'
import { drawName } from './spot-records.ts'

export interface LapseParts extends Commands {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/** Tells of checks that nobody made in time, in every village. */
export function lapseChecksJob(parts: LapseParts): Job {
  return {
    name: 'lapse-spot-checks',
    everyMinutes: 5,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => lapseChecks(parts, villageId))
    },
  }
}

/**
 * Records each drawn check whose time is over without a score, once: in the log one that lapsed is
 * told apart from one whose score was kept back. The supervisors and the town's officer are told.
 * @returns how many lapsed now
 */
export async function lapseChecks(
  { act, database, clock, newId, secrets }: LapseParts,
  villageId: string,
): Promise<number> {
  const now = clock.now()
  const found = await database.inVillage(villageId, (db) => hasUnmadeChecks(db, villageId, now))
  if (!found) return 0
  const actor = systemActor(villageId)
  return act({ name: 'lapse-spot-checks', actor, key: newId(), input: {} }, async (tx) => {
    const secret = await secrets.of(tx.db, villageId)
    const lapsed = await markLapsed(tx.db, villageId, tx.now)
    for (const { drawId, candidate } of lapsed)
      tx.append(
        spotCheckLapsed({
          public: { draw: drawName(secret, drawId), candidate },
          parts: [],
        }),
      )
    const told = lapsed.length > 0 ? await readHoldersOf(tx.db, villageId, lapseReaders) : []
    const params = { count: lapsed.length }
    await sendMessages(
      tx,
      told.map((personId) => ({ personId, kind: 'spot_check.lapsed', params })),
    )
    return lapsed.length
  })
}
