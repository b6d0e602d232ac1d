import type { OrderRule } from '@azalea/scoring/order'
import { addCivilDays } from '@azalea/text'
import {
  adoptOrderRule,
  answerTurn,
  draftOffer,
  draftOrderRule,
  enterClaim,
  publishOffer,
  readOffer,
  readWhatIf,
  runQueues,
} from '../modules/benefits/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { plannedOffers, ruleNames, rules, type PlannedOffer, type RuleName } from './offer-plan.ts'
import { lastDayNo } from './play-activities.ts'
import type { LogDoors } from './play-spot-checks.ts'
import { SeededChance } from './random.ts'
import { atHour, minutesLater, schedule, type Player, type Stage } from './stage.ts'

const CHANCE_SEED = 12
const FIRST_RULES_ON_DAY = 10
const CLOSES_AT_HOUR = 17
/** Of those who are called. */
const ACCEPTS = 0.8
const ANSWERS = 0.93
/** Who comes late, because others passed on, looks before three days are over too. */
const LOOKS_AFTER_DAYS = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21]

interface Book {
  readonly log: LogDoors
  readonly chance: SeededChance
  /** By name, once they are drafted. */
  readonly ruleIds: Map<RuleName, string>
}

/**
 * Offers of what is scarce: rules of order are voted (one after the village has looked at what it
 * would have made of the claims before), households claim, queues are drawn, turns are taken, passed
 * on or left to lapse.
 * @returns the rules by name, once they are drafted
 */
export function playOffers(
  stage: Stage,
  signIns: readonly Player[],
  log: LogDoors,
): ReadonlyMap<RuleName, string> {
  const book: Book = { log, chance: new SeededChance(CHANCE_SEED), ruleIds: new Map() }
  for (const name of ruleNames) playRule(stage, book, name)
  for (const [no, planned] of plannedOffers(lastDayNo(stage)).entries())
    playOffer(stage, book, signIns, planned, `season-offer-${no}`)
  for (let day = FIRST_RULES_ON_DAY; day <= lastDayNo(stage); day++)
    schedule(stage, atHour(stage, day, 7.7), () => moveQueues(stage, book))
  return book.ruleIds
}

function moveQueues({ doors, villageId }: Stage, { log }: Book): Promise<void> {
  const { coveringCheckpoint } = log
  return runQueues({ ...doors, coveringCheckpoint }, villageId)
}

function playRule(stage: Stage, { ruleIds }: Book, name: RuleName): void {
  const { doors, firstDay } = stage
  const [drafter, adopter] = members(stage)
  const { nameZh, nameEn, rule, unit, day, comparedWith } = rules[name]
  schedule(stage, atHour(stage, day, 10), async () => {
    const draft = { nameZh, nameEn, rule: rule satisfies OrderRule, unit }
    const key = `season-order-rule-${name}`
    const { orderRuleId } = await draftOrderRule(doors, drafter.actor, key, draft)
    ruleIds.set(name, orderRuleId)
  })
  schedule(stage, atHour(stage, day + 1, 10), async () => {
    const orderRuleId = ruleIds.get(name) ?? ''
    if (comparedWith !== null) {
      const { kind, unit, rule: other } = comparedWith
      const orderRuleIds = [ruleIds.get(other) ?? '', orderRuleId]
      await readWhatIf(doors, adopter.actor, 'zh', { kind, unit, orderRuleIds })
    }
    const date = addCivilDays(firstDay, day + 1)
    const resolution = { date, eligible: 520, present: 388, for: 351, against: 20 }
    const key = `season-order-rule-${name}-adopt`
    await adoptOrderRule(doors, adopter.actor, key, { orderRuleId, resolution })
  })
}

function playOffer(
  stage: Stage,
  book: Book,
  signIns: readonly Player[],
  planned: PlannedOffer,
  key: string,
): void {
  const { doors } = stage
  const [drafter, publisher] = members(stage)
  const { rule, opensOn, closesOn, claimants, terms } = planned
  const offer = { offerId: '' }
  const opensAt = atHour(stage, opensOn, 9)
  const closesAt = atHour(stage, closesOn, CLOSES_AT_HOUR)
  schedule(stage, minutesLater(opensAt, -60), async () => {
    const orderRuleId = book.ruleIds.get(rule) ?? ''
    const draft = { ...terms, orderRuleId, opensAt, closesAt, honourSince: null, groupNos: [] }
    offer.offerId = (await draftOffer(doors, drafter.actor, key, draft)).offerId
  })
  schedule(stage, minutesLater(opensAt, -30), async () => {
    await publishOffer(doors, publisher.actor, `${key}-publish`, offer)
  })
  const others = book.chance.shuffled(stage.cast.villagers).slice(0, claimants)
  const asked = [...signIns, ...others]
  const players = terms.claimant === 'person' ? eachOnce(asked) : oneOfEachHousehold(asked)
  for (const [no, player] of players.entries()) {
    const at = minutesLater(opensAt, 30 + no * 17)
    playClaim(stage, book, planned, { offer, player, at, key: `${key}-claim-${no}` })
  }
  if (closesAt > stage.now) return
  schedule(stage, minutesLater(closesAt, 2), () => moveQueues(stage, book))
  schedule(stage, minutesLater(closesAt, 3), () => book.log.publish())
  schedule(stage, minutesLater(closesAt, 4), () => moveQueues(stage, book))
  // What comes to who can sign in stays theirs to answer.
  const isLast = closesOn >= lastDayNo(stage) - 1
  const answering = isLast ? players.filter((player) => !signIns.includes(player)) : players
  for (const [no, player] of answering.entries())
    playAnswer(stage, book, offer, closesOn, player, `${key}-turn-${no}`)
}

interface PlayedClaim {
  readonly offer: { readonly offerId: string }
  readonly player: Player
  readonly at: Date
  readonly key: string
}

/** Most claim by themselves; for some a group leader enters what they say. */
function playClaim(
  stage: Stage,
  { chance }: Book,
  planned: PlannedOffer,
  claim: PlayedClaim,
): void {
  const { doors, cast } = stage
  const { offer, player, at, key } = claim
  const { mostQuantity } = planned.terms
  const { leastQuantity } = planned
  const steps = Math.max(1, Math.floor(mostQuantity / leastQuantity))
  const wantedQuantity = leastQuantity * chance.whole(Math.ceil(steps / 2), steps)
  const leader = cast.committee.find(({ householdId }) => householdId !== player.householdId)
  const isSpoken = chance.happens(0.15) && leader !== undefined
  schedule(stage, at, async () => {
    const onBehalf = { personId: player.actor.personId, channel: 'oral' as const }
    const input = { ...offer, wantedQuantity, leastQuantity, ...(isSpoken ? { onBehalf } : {}) }
    await unlessRefused(enterClaim(doors, isSpoken ? leader.actor : player.actor, key, input))
  })
}

/** On the days after the draw: taken whole, passed on, or left to lapse. Who has answered looks no more. */
function playAnswer(
  stage: Stage,
  { chance }: Book,
  offer: { readonly offerId: string },
  closesOn: number,
  { actor }: Player,
  key: string,
): void {
  const { doors } = stage
  const accepts = chance.happens(ACCEPTS)
  const answers = chance.happens(ANSWERS)
  const minute = chance.whole(0, 600)
  if (!answers) return
  let isOver = false
  for (const after of LOOKS_AFTER_DAYS)
    schedule(stage, minutesLater(atHour(stage, closesOn + after, 8), minute), async () => {
      if (isOver) return
      const { ownTurn } = await readOffer(doors, actor, 'zh', offer.offerId)
      isOver = ownTurn?.state !== 'waiting' && ownTurn?.state !== 'called'
      if (ownTurn?.state !== 'called') return
      const takenQuantity = accepts ? ownTurn.quantity : 0
      const input = { ...offer, takenQuantity }
      await unlessRefused(answerTurn(doors, actor, `${key}-${after}`, input))
    })
}

async function unlessRefused(command: Promise<unknown>): Promise<void> {
  await command.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

function eachOnce(players: readonly Player[]): Player[] {
  return [...new Map(players.map((player) => [player.actor.personId, player])).values()]
}

function oneOfEachHousehold(players: readonly Player[]): Player[] {
  return [...new Map(players.map((player) => [player.householdId, player])).values()]
}

function members({ cast }: Stage): readonly [Player, Player] {
  const [first] = cast.committee
  const second = cast.committee.find(({ householdId }) => householdId !== first?.householdId)
  if (first === undefined || second === undefined) throw new Error('no two of the committee')
  return [first, second]
}
