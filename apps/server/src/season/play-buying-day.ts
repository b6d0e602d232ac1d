import {
  checkScale,
  enterWeighIn,
  giveSlots,
  readSeasons,
  readSlots,
} from '../modules/produce/index.ts'
import { lastDayNo } from './play-activities.ts'
import { RESTING } from './play-plan.ts'
import { growersOf, leasePlots, type SeasonGrower } from './play-plots.ts'
import { draftRound, takeTurns, type Bought, type RoundPlan } from './play-rounds.ts'
import { atHour, minutesLater, schedule, type Stage } from './stage.ts'

const GROWERS = 40
const EACH_GRAMS = 20_000
const MINUTES_EACH = 6
/** Whose times are over soon after the hours began, so that it is always these. */
const WEIGHED = 4
/** So that each has the land before the round asks for what grows there. */
const LEASED_DAYS_BEFORE = 3
const EDITION = 1

/** A round whose hours are this afternoon: forty growers in the order of points, the first of whom are weighed. */
export function playBuyingDay(stage: Stage, bought: Bought): void {
  const { doors, villageId, cast } = stage
  // What grows on the first plots is planned, and partly sprayed; others rest.
  const taken = new Set([
    ...growersOf(stage).map(({ plotId }) => plotId),
    ...RESTING.map((no) => cast.plots[no]?.subjectId),
  ])
  const offices = officesOf(stage)
  const growers = growersOf(stage, cast.plots.length)
    .filter(({ plotId, grower }) => !taken.has(plotId) && !offices.has(grower.householdId))
    .slice(0, GROWERS)
  const day = lastDayNo(stage) - 3
  playLeases(stage, bought, growers, day - LEASED_DAYS_BEFORE)
  const plan: RoundPlan = {
    key: 'today',
    titleZh: '收大白菜 800 公斤',
    titleEn: '800 kg of Chinese cabbage',
    crop: '大白菜',
    day,
    growers,
    wantedGrams: GROWERS * EACH_GRAMS,
    mostGrams: EACH_GRAMS,
    claimedGrams: EACH_GRAMS,
    hours: [14, 18],
    minutesEach: MINUTES_EACH,
  }
  const round = { roundId: '' }
  const { beginsAt } = draftRound(stage, bought, plan, round)
  const harvests = takeTurns(stage, bought, plan, round)
  schedule(stage, minutesLater(beginsAt, -600), () => giveSlots(doors, villageId))
  playWeighing(stage, bought, { round, beginsAt, growers, harvests })
}

/** Households of those who buy, weigh and judge: they sell on another day. */
function officesOf({ cast }: Stage): ReadonlySet<string> {
  const weighers = [...cast.byPhone.values()].filter(({ actor }) => actor.roles.has('technician'))
  return new Set([...cast.committee, ...weighers].map(({ householdId }) => householdId))
}

function playLeases(
  stage: Stage,
  { buyer }: Bought,
  growers: readonly SeasonGrower[],
  day: number,
): void {
  const from = atHour(stage, day, 8)
  schedule(stage, from, async () => {
    const { items } = await readSeasons(stage.doors, buyer.actor, 'zh')
    const growingSeasonId = items[0]?.growingSeasonId ?? ''
    leasePlots(stage, growers, { edition: EDITION, growingSeasonId, from })
  })
}

/** The first of them, in the order of their times. */
function playWeighing(
  stage: Stage,
  bought: Bought,
  of: {
    readonly round: { readonly roundId: string }
    readonly beginsAt: Date
    readonly growers: readonly SeasonGrower[]
    readonly harvests: ReadonlyMap<number, string>
  },
): void {
  const { doors } = stage
  const { weigher, scale } = bought
  const { round, beginsAt, growers, harvests } = of
  schedule(stage, minutesLater(beginsAt, -30), async () => {
    const check = { scaleId: scale.scaleId, testGrams: 20_000, readGrams: 19_995 }
    await checkScale(doors, weigher.actor, 'season-scale-check-today', check)
  })
  schedule(stage, minutesLater(beginsAt, 1), async () => {
    const { items } = await readSlots(doors, weigher.actor, round.roundId, { limit: GROWERS })
    for (const [no, { householdId, comesAt }] of items.slice(0, WEIGHED).entries())
      schedule(stage, minutesLater(new Date(comesAt), 3), async () => {
        const at = growers.findIndex(({ grower }) => grower.householdId === householdId)
        await enterWeighIn(doors, weigher.actor, `season-today-weigh-in-${no}`, {
          roundId: round.roundId,
          harvestId: harvests.get(at) ?? '',
          ...scale,
          weighedHow: 'bluetooth',
          readingId: null,
          grade: no % 4 === 3 ? 'second' : 'first',
          grossGrams: 19_400 + ((no * 370) % 1_900),
          tareGrams: 1_200,
          outcome: 'accepted',
          because: null,
          replacesId: null,
        })
      })
  })
}
