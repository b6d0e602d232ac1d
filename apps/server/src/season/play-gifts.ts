import { givePoints } from '../modules/benefits/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Demonstration } from './demonstration.ts'
import { lastDayNo } from './play-activities.ts'
import { SeededChance } from './random.ts'
import type { RosterPerson } from './roster.ts'
import { atHour, schedule, type Player, type Stage } from './stage.ts'

const CHANCE_SEED = 17
const FIRST_DAY = 22
const EVERY_DAYS = 8
const AMOUNTS_HUNDREDTHS = [100, 200, 300, 500]
const VISITOR_HUNDREDTHS = 300
const VISITOR_BEFORE_END_DAYS = 6

/** Now and then a household gives points to a neighbour; at the end one visitor to the other. */
export function playGifts(stage: Stage, { people, villagers }: Demonstration): void {
  const chance = new SeededChance(CHANCE_SEED)
  const last = lastDayNo(stage)
  const heads = people.flatMap((person) => {
    const player = person.phone === null ? undefined : stage.cast.byPhone.get(person.phone)
    return player && stage.cast.villagers.includes(player) ? [{ person, player }] : []
  })
  for (let day = FIRST_DAY; day <= last; day += EVERY_DAYS) {
    const [giver, receiver] = chance.shuffled(heads)
    if (giver === undefined || receiver === undefined) return
    const pointsHundredths = chance.pick(AMOUNTS_HUNDREDTHS)
    const key = `season-gift-${day}`
    playGift(stage, { key, day, giver: giver.player, receiver: receiver.person, pointsHundredths })
  }
  const [receiver, second] = villagers
  const giver = second === undefined ? undefined : stage.cast.byPhone.get(second.phone)
  if (giver === undefined || receiver === undefined) return
  const day = last - VISITOR_BEFORE_END_DAYS
  const key = 'season-gift-visitor'
  playGift(stage, { key, day, giver, receiver, pointsHundredths: VISITOR_HUNDREDTHS })
}

interface PlayedGift {
  readonly key: string
  readonly day: number
  readonly giver: Player
  readonly receiver: RosterPerson
  readonly pointsHundredths: number
}

/** Some have less than they would give, and give nothing. */
function playGift(
  stage: Stage,
  { key, day, giver, receiver: { name, groupNo }, pointsHundredths }: PlayedGift,
): void {
  schedule(stage, atHour(stage, day, 20.2), async () => {
    const input = { to: { name, groupNo }, pointsHundredths }
    await givePoints(stage.doors, giver.actor, key, input).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  })
}
