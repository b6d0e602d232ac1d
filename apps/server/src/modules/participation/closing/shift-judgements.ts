import type { RuleItem } from '@azalea/scoring'
import type { Tx } from '../../record/index.ts'
import type { Judgements } from '../../scoring/index.ts'
import { countUpheldReports } from '../breach-reports/index.ts'
import { scorePassersBy } from '../ratings/index.ts'
import { refuse } from '../ground/refusals.ts'
import { type Shift, clockTime, minutesAfter } from '../activities/index.ts'
import { type SpotCheck, isOnWaitingList, selectChecksOfShifts } from '../spot-checks/index.ts'

/** A list whose checkpoint does not come keeps nobody's points waiting for longer. */
const LIST_WAITS_MINUTES = 24 * 60

/**
 * The spot checks of an activity's shifts, by shift, once none is to be waited for: one that was not
 * made in time has lapsed.
 * @throws Refusal 'spot_checks_missing', 'spot_draw_waiting'
 */
export async function requireChecksMade(
  tx: Tx,
  shiftIds: readonly string[],
): Promise<Map<string, SpotCheck>> {
  const checks = await selectChecksOfShifts(tx.db, tx.villageId, shiftIds)
  const open = checks.filter(({ score, dueAt }) => score === null && tx.now < dueAt)
  const latest = Math.max(...open.map(({ dueAt }) => dueAt.getTime()))
  if (open.length > 0)
    throw refuse('spot_checks_missing', {
      count: open.length,
      dueAt: clockTime(new Date(latest)),
    })
  const since = minutesAfter(tx.now, -LIST_WAITS_MINUTES)
  if (await isOnWaitingList(tx.db, tx.villageId, shiftIds, since)) throw refuse('spot_draw_waiting')
  return new Map(
    checks.flatMap((check) => (check.shiftId === null ? [] : [[check.shiftId, check]])),
  )
}

/**
 * What others than its leader say of a shift, as far as the item's stages ask.
 * @param households of those who stood there: their own ratings of the post do not count
 */
export async function judgementsOf(
  tx: Tx,
  item: RuleItem,
  shift: Shift,
  check: SpotCheck | undefined,
  households: ReadonlySet<string>,
): Promise<Judgements> {
  const asks = new Set(item.stages.map(({ stage }) => stage))
  const { postSubjectId } = shift
  const passersBy =
    asks.has('passers_by') && postSubjectId !== null
      ? await scorePassersBy(tx.db, tx.villageId, postSubjectId, shift, households)
      : null
  const score = asks.has('spot_check') ? (check?.score ?? null) : null
  return {
    ...(score === null || check === undefined
      ? {}
      : { spotCheckScore: score, spotCheck: check.candidate }),
    ...(passersBy === null ? {} : { passersBy }),
    ...(asks.has('upheld_reports') && postSubjectId !== null
      ? {
          upheldReports: await countUpheldReports(
            tx.db,
            tx.villageId,
            spanOf(postSubjectId, shift),
          ),
        }
      : {}),
  }
}

const spanOf = (postSubjectId: string, { startsAt, endsAt }: Shift) => ({
  postSubjectId,
  from: startsAt,
  to: endsAt,
})
