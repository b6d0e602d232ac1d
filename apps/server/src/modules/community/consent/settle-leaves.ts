import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import { readVillage, selectVillageIds } from '../founding/village.store.ts'
import { applyConsent } from './apply-consent.ts'
import { lockHousehold } from './consent.store.ts'
import { endLeave } from './drop-leave.ts'
import { dueSince, isStillGiven } from './leave-rights.ts'
import { selectLeaves } from './leave.store.ts'

export interface LeaveParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly secrets: VillageSecrets
}

/** Settles leavings from paper, in every village. */
export function settleLeavesJob(parts: LeaveParts): Job {
  return {
    name: 'settle-leaves',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => settleLeaves(parts, villageId))
    },
  }
}

/** Households leave whose leaving was entered from paper and turned down by nobody in time. */
export async function settleLeaves(parts: LeaveParts, villageId: string): Promise<void> {
  const { database, clock } = parts
  const until = dueSince(clock.now())
  const due = await database.inVillage(villageId, (db) =>
    selectLeaves(db, villageId, { householdId: null, until }),
  )
  for (const { householdId } of due) await settleLeave(parts, villageId, householdId)
}

async function settleLeave(
  { act, newId, clock, secrets }: LeaveParts,
  villageId: string,
  householdId: string,
): Promise<void> {
  const actor = systemActor(villageId)
  const command = { name: 'settle-leave', actor, key: newId(), input: { householdId } }
  await act(command, async (tx) => {
    const { db } = tx
    const household = await lockHousehold(db, villageId, householdId)
    const which = { householdId, until: dueSince(clock.now()) }
    const [leave] = await selectLeaves(db, villageId, which)
    if (!leave) return {}
    const { givenBy, recordedBy } = leave
    const stands = household?.joinedAt && (await isStillGiven(db, villageId, leave))
    if (!stands) await endLeave(tx, leave, actor.personId)
    else {
      const { optInVersion = 1 } = (await readVillage(db, villageId)) ?? {}
      const decision = 'leave'
      const consent = { householdId, decision, optInVersion, givenBy, recordedBy } as const
      await applyConsent(tx, secrets, consent)
    }
    return {}
  })
}
