import { spotCheckScored } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { readPhotoOwner } from '../../community/index.ts'
import type { Commands } from '../ground/commands.ts'
import { refuse } from '../ground/refusals.ts'
import { clockTime, lockShift } from '../activities/index.ts'
import { lockCheck, updateCheck } from './spot-check.store.ts'
import { selectDraw } from './spot-draw.store.ts'
import { requireIndependentChecker } from './spot-policy.ts'
import { drawName } from './spot-records.ts'

export type ScoreSpotCheckInput = {
  readonly checkId: string
  /** 1 to 5. */
  readonly score: number
  readonly words: string | null
  readonly photoFileId: string | null
}

/**
 * What a checker found, with a photo, before having seen what anybody else gave. It is given once.
 * @throws Refusal 'unknown_spot_check', 'spot_check_made', 'spot_check_not_open',
 *   'spot_check_lapsed', 'activity_not_open', 'check_photo_missing', 'photo_not_yours';
 *   see requireIndependentChecker
 */
export async function scoreSpotCheck(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: ScoreSpotCheckInput,
): Promise<Record<string, never>> {
  return act({ name: 'score-spot-check', actor, key, input }, async (tx) => {
    const { score, words, photoFileId } = input
    const check = await lockCheck(tx.db, tx.villageId, input.checkId)
    const draw = check && (await selectDraw(tx.db, tx.villageId, check.drawId))
    if (check === null || draw === null) throw refuse('unknown_spot_check')
    if (check.score !== null) throw refuse('spot_check_made')
    if (tx.now < check.opensAt)
      throw refuse('spot_check_not_open', { opensAt: clockTime(check.opensAt) })
    if (tx.now >= check.dueAt || check.lapsedAt !== null)
      throw refuse('spot_check_lapsed', { dueAt: clockTime(check.dueAt) })
    await requireIndependentChecker(tx.db, actor, check, draw.announcedBy)
    if (check.shiftId !== null) {
      // The activity is kept from closing meanwhile: its awards take this score along.
      const held = await lockShift(tx.db, tx.villageId, check.shiftId, 'activity')
      if (held?.activity.state !== 'approved') throw refuse('activity_not_open')
    }
    if (photoFileId === null) throw refuse('check_photo_missing')
    if ((await readPhotoOwner(tx.db, tx.villageId, photoFileId)) !== actor.personId)
      throw refuse('photo_not_yours')
    const found = { score, words, photoFileId, checkedBy: actor.personId, checkedAt: tx.now }
    await updateCheck(tx.db, tx.villageId, { ...check, ...found })
    const secret = await secrets.of(tx.db, tx.villageId)
    tx.append(
      spotCheckScored({
        public: { draw: drawName(secret, check.drawId), candidate: check.candidate, score },
        parts: [
          {
            personId: actor.personId,
            payload: {
              checkId: check.checkId,
              shiftId: check.shiftId,
              subjectId: check.subjectId,
              words,
              photoFileId,
            },
          },
        ],
      }),
    )
    return {}
  })
}
