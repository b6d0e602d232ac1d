import { answerTurn, enterClaim, publishOffer, runQueues } from '../modules/benefits/index.ts'
import { uploadPhoto } from '../modules/community/index.ts'
import { openBudget } from '../modules/money/index.ts'
import {
  checkScale,
  closeRound,
  confirmRoundSettlement,
  declareHarvest,
  enterScale,
  enterWeighIn,
  giveSlots,
  openRound,
  proposeRoundSettlement,
} from '../modules/produce/index.ts'
import { addCivilDays } from '@azalea/text'
import { drawCrate } from './draw-picture.ts'
import type { RuleName } from './offer-plan.ts'
import { lastDayNo } from './play-activities.ts'
import { growersOf, type SeasonGrower } from './play-plots.ts'
import type { LogDoors } from './play-spot-checks.ts'
import { atHour, minutesLater, schedule, type Player, type Stage } from './stage.ts'

const RULE: RuleName = 'honour'
/** How long before the last day the settled round was drafted; it weighed three days later. */
export const SETTLED_DAYS_AGO = 9
const GROWERS = 6
const WANTED_GRAMS = 300_000
const TAKEN_GRAMS = 40_000
const BUDGET_FEN = 2_000_000

export interface Bought {
  readonly log: LogDoors
  readonly ruleIds: ReadonlyMap<RuleName, string>
  readonly buyer: Player
  readonly second: Player
  readonly weigher: Player
  readonly growers: readonly SeasonGrower[]
  budgetId: string
  /** With a picture of what stands on it. */
  readonly scale: { scaleId: string; photoFileId: string }
  /** Of the round that was settled: what each grower's delivery is called. */
  readonly lotNumbers: Map<number, string>
}

/** One round from the drafting to the payments, and one for which growers can claim now. */
export function playRounds(
  stage: Stage,
  log: LogDoors,
  ruleIds: ReadonlyMap<RuleName, string>,
): Bought {
  const [buyer, second, weigher] = buyersOf(stage)
  const growers = growersOf(stage)
    .filter(({ grower }) => grower.householdId !== weigher.householdId)
    .slice(0, GROWERS)
  const bought: Bought = {
    log,
    ruleIds,
    buyer,
    second,
    weigher,
    growers,
    budgetId: '',
    scale: { scaleId: '', photoFileId: '' },
    lotNumbers: new Map(),
  }
  const { doors, firstDay } = stage
  const settled = lastDayNo(stage) - SETTLED_DAYS_AGO
  schedule(stage, atHour(stage, settled, 8), async () => {
    const date = addCivilDays(firstDay, settled - 1)
    const { budgetId } = await openBudget(doors, buyer.actor, 'season-round-budget', {
      nameZh: '收菜款',
      nameEn: 'Money for vegetables',
      mostFen: BUDGET_FEN,
      resolution: {
        number: '2026-收1',
        what: '公司收菜的货款',
        date,
        eligible: 520,
        present: 388,
        for: 351,
        against: 20,
      },
    })
    bought.budgetId = budgetId
  })
  playSettled(stage, bought, settled)
  playOpen(stage, bought)
  return bought
}

/** Two of the committee and a third household's member who weighs. */
function buyersOf({ cast }: Stage): readonly [Player, Player, Player] {
  const [buyer] = cast.committee
  const second = cast.committee.find(({ householdId }) => householdId !== buyer?.householdId)
  const weigher = cast.committee.find(
    ({ householdId }) => householdId !== buyer?.householdId && householdId !== second?.householdId,
  )
  if (buyer === undefined || second === undefined) throw new Error('no two of the committee')
  return [buyer, second, weigher ?? second]
}

interface Round {
  roundId: string
}

/** What the company asks for, in one of the season's rounds. */
export interface RoundPlan {
  readonly key: string
  readonly titleZh: string
  readonly titleEn: string
  readonly crop: string
  /** The season's day on which it is drafted; claims close on the next one. */
  readonly day: number
  readonly growers: readonly SeasonGrower[]
  readonly wantedGrams: number
  readonly mostGrams: number
  /** Of each grower. */
  readonly claimedGrams: number
  /** Hours on the third day after. */
  readonly hours: readonly [number, number]
  readonly minutesEach: number
}

const cabbages = (day: number, growers: readonly SeasonGrower[]): RoundPlan => ({
  key: 'settled',
  titleZh: '收白菜 300 公斤',
  titleEn: '300 kg of cabbage',
  crop: '白菜',
  day,
  growers,
  wantedGrams: WANTED_GRAMS,
  mostGrams: 50_000,
  claimedGrams: TAKEN_GRAMS,
  hours: [8, 11],
  minutesEach: 10,
})

const radishes = (day: number, growers: readonly SeasonGrower[]): RoundPlan => ({
  ...cabbages(day, growers),
  key: 'open',
  titleZh: '收萝卜 300 公斤',
  titleEn: '300 kg of radishes',
  crop: '萝卜',
})

/** Drafts and publishes a round, and has each grower claim. */
export function draftRound(stage: Stage, bought: Bought, plan: RoundPlan, round: Round) {
  const { doors } = stage
  const { key, day, growers, claimedGrams, hours, ...asked } = plan
  const closesAt = atHour(stage, day + 1, 17)
  const terms = {
    ...asked,
    wordsZh: '合作社到村口磅房收，装筐来，泥去掉。',
    wordsEn: 'Weighed at the village gate; bring it in baskets, without the soil.',
    priceUnit: 'kg' as const,
    grades: [
      { grade: 'first' as const, fen: 320 },
      { grade: 'second' as const, fen: 220 },
    ],
    deductions: [{ nameZh: '合作社', nameEn: 'Cooperative', permille: 20 }],
    collectionPoint: '村口磅房',
    itemRef: null,
    opensAt: atHour(stage, day, 9),
    closesAt,
    answerWithinDays: 1,
    beginsAt: atHour(stage, day + 3, hours[0]),
    endsAt: atHour(stage, day + 3, hours[1]),
  }
  schedule(stage, atHour(stage, day, 8.5), async () => {
    const { budgetId } = bought
    const orderRuleId = bought.ruleIds.get(RULE) ?? ''
    const input = { ...terms, budgetId, orderRuleId }
    round.roundId = (
      await openRound(doors, bought.buyer.actor, `season-round-${key}`, input)
    ).roundId
  })
  schedule(stage, atHour(stage, day, 8.7), async () => {
    const offer = { offerId: round.roundId }
    await publishOffer(doors, bought.second.actor, `season-round-${key}-publish`, offer)
  })
  for (const [at, { grower }] of growers.entries())
    schedule(stage, minutesLater(terms.opensAt, 20 + at * 11), async () => {
      const input = {
        offerId: round.roundId,
        wantedQuantity: claimedGrams,
        leastQuantity: 10_000,
      }
      await enterClaim(doors, grower.actor, `season-round-${key}-claim-${at}`, input)
    })
  return terms
}

/** The queue is drawn after the close; each takes the turn and declares what is harvested for it. */
export function takeTurns(
  stage: Stage,
  { log }: Bought,
  { key, crop, day, growers, claimedGrams }: RoundPlan,
  round: Round,
): ReadonlyMap<number, string> {
  const { doors, villageId } = stage
  const closesAt = atHour(stage, day + 1, 17)
  const move = () => runQueues({ ...doors, coveringCheckpoint: log.coveringCheckpoint }, villageId)
  schedule(stage, minutesLater(closesAt, 2), move)
  schedule(stage, minutesLater(closesAt, 3), () => log.publish())
  schedule(stage, minutesLater(closesAt, 4), move)
  const harvests = new Map<number, string>()
  for (const [at, { grower, plotId }] of growers.entries())
    schedule(stage, minutesLater(closesAt, 20 + at * 7), async () => {
      const offer = { offerId: round.roundId, takenQuantity: claimedGrams }
      await answerTurn(doors, grower.actor, `season-round-${key}-turn-${at}`, offer)
      const { harvestId } = await declareHarvest(
        doors,
        grower.actor,
        `season-round-${key}-harvest-${at}`,
        {
          plotId,
          on: addCivilDays(stage.firstDay, day + 3),
          crop,
          expectedGrams: Math.round(claimedGrams * 1.125),
        },
      )
      harvests.set(at, harvestId)
    })
  return harvests
}

function playOpen(stage: Stage, bought: Bought): void {
  draftRound(stage, bought, radishes(lastDayNo(stage) - 1, bought.growers), { roundId: '' })
}

function playSettled(stage: Stage, bought: Bought, day: number): void {
  const { doors, villageId } = stage
  const round: Round = { roundId: '' }
  const plan = cabbages(day, bought.growers)
  const { beginsAt, endsAt } = draftRound(stage, bought, plan, round)
  const harvests = takeTurns(stage, bought, plan, round)
  schedule(stage, minutesLater(beginsAt, -600), () => giveSlots(doors, villageId))
  playWeighing(stage, bought, { round, beginsAt, harvests })
  schedule(stage, minutesLater(endsAt, 5), async () => {
    await closeRound(doors, bought.buyer.actor, 'season-round-close', round)
  })
  playSettlement(stage, bought, round, endsAt)
}

function playWeighing(
  stage: Stage,
  { weigher, buyer, growers, lotNumbers, scale }: Bought,
  of: {
    readonly round: Round
    readonly beginsAt: Date
    readonly harvests: ReadonlyMap<number, string>
  },
): void {
  const { doors } = stage
  const { round, beginsAt, harvests } = of
  schedule(stage, minutesLater(beginsAt, -30), async () => {
    const input = { name: '村口台秤', speaks: 'bluetooth', line: null, toleranceGrams: 20 } as const
    scale.scaleId = (await enterScale(doors, buyer.actor, 'season-scale', input)).scaleId
    const { scaleId } = scale
    const check = { scaleId, testGrams: 20_000, readGrams: 20_005 }
    await checkScale(doors, weigher.actor, 'season-scale-check', check)
    const file = { file: drawCrate(0) }
    const photo = await uploadPhoto(doors, weigher.actor, 'season-scale-photo', file)
    scale.photoFileId = photo.fileId
  })
  // The last of them does not come.
  for (const at of growers.slice(0, -1).keys())
    schedule(stage, minutesLater(beginsAt, 4 + at * 10), async () => {
      const key = `season-weigh-in-${at}`
      const { lotNumber } = await enterWeighIn(doors, weigher.actor, key, {
        roundId: round.roundId,
        harvestId: harvests.get(at) ?? '',
        ...scale,
        weighedHow: 'bluetooth',
        readingId: null,
        grade: at === 2 ? 'second' : 'first',
        grossGrams: 36_000 + at * 1_115,
        tareGrams: 2_400,
        outcome: 'accepted',
        because: null,
        replacesId: null,
      })
      if (lotNumber !== null) lotNumbers.set(at, lotNumber)
    })
}

function playSettlement(stage: Stage, { buyer, second }: Bought, round: Round, endsAt: Date): void {
  const { doors } = stage
  const settlement = { settlementId: '' }
  schedule(stage, minutesLater(endsAt, 20), async () => {
    const key = 'season-round-settlement'
    const { settlementId } = await proposeRoundSettlement(doors, buyer.actor, key, round)
    settlement.settlementId = settlementId
  })
  schedule(stage, minutesLater(endsAt, 60), async () => {
    await confirmRoundSettlement(doors, second.actor, 'season-round-confirm', settlement)
  })
}
