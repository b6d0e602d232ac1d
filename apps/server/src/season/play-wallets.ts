import { decideConsent } from '../modules/community/index.ts'
import { announceClosing, startEarlierWallets } from '../modules/scoring/index.ts'
import { lastDayNo } from './play-activities.ts'
import { atHour, schedule, type Stage } from './stage.ts'

const LATE_JOINERS = 4
const FIRST_LATE_DAY = 16
const LATE_EVERY_DAYS = 15
const ANNOUNCED_BEFORE_END_DAYS = 10

/**
 * Households start with the sheet's points: who had joined before it, and the few who join later;
 * before the season ends the village announces what the wallets' year will take.
 */
export function playWallets(stage: Stage): void {
  const { doors, villageId } = stage
  schedule(
    stage,
    atHour(stage, 1, 9),
    async () => void (await startEarlierWallets(doors, villageId)),
  )
  for (const [no, head] of stage.cast.undecided.slice(0, LATE_JOINERS).entries())
    schedule(stage, atHour(stage, FIRST_LATE_DAY + no * LATE_EVERY_DAYS, 19.3), async () => {
      const input = { householdId: head.householdId, decision: 'join' as const }
      await decideConsent(doors, head.actor, `season-join-late-${no}`, input)
    })
  const announcedOn = atHour(stage, lastDayNo(stage) - ANNOUNCED_BEFORE_END_DAYS, 9)
  schedule(stage, announcedOn, async () => void (await announceClosing(doors, villageId)))
}
