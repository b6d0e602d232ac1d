import { addCivilDays, atCivilTime, civilDay } from '@azalea/text'
import { compose } from '../compose.ts'
import type { Dependencies } from '../parts.ts'
import { markSeasonLoaded, readVillage } from '../modules/community/index.ts'
import { noWitnesses, readCoveringCheckpoint, sequenceNow } from '../modules/log/index.ts'
import { closeDay, countAwards } from '../modules/scoring/index.ts'
import { ManualClock } from '../platform/clock.ts'
import { Keyring } from '../platform/keyring.ts'
import { planActivities } from './activity-plan.ts'
import { castDemonstration, DEMONSTRATION_VILLAGE } from './demonstration.ts'
import { foundDashigai } from './found-dashigai.ts'
import { lastDayNo, playPlanned } from './play-activities.ts'
import { playAdoptions } from './play-adoptions.ts'
import { playBuyingDay } from './play-buying-day.ts'
import { playCommittee, playDeeds } from './play-committee.ts'
import { playGifts } from './play-gifts.ts'
import { playMarket } from './play-market.ts'
import { playOffers } from './play-offers.ts'
import { playPacks } from './play-packs.ts'
import { playPlan } from './play-plan.ts'
import { playPlots } from './play-plots.ts'
import { playRounds } from './play-rounds.ts'
import { playRatings } from './play-ratings.ts'
import { playReports } from './play-reports.ts'
import { playSensors } from './play-sensors.ts'
import { playShop } from './play-shop.ts'
import { playSpotChecks, type LogDoors } from './play-spot-checks.ts'
import { playVouchers } from './play-vouchers.ts'
import { playCurrentWatch, playEntranceWatch } from './play-watch.ts'
import { playWallets } from './play-wallets.ts'
import { playYearEnd } from './play-year-end.ts'
import { SeededChance } from './random.ts'
import { resumingAct } from './resume.ts'
import { atHour, schedule, type Player, type Stage } from './stage.ts'
import { Timeline } from './timeline.ts'

const SEASON_DAYS = 90
const CHANCE_SEED = 7
const ABREAST = 17
const WATCH_DAY = 58

export interface SeasonLoaded {
  /** Commands that the season gave. */
  readonly commands: number
}

/**
 * Plays the demonstration's ninety days up to `now`, through the actions that HTTP calls, on a
 * moved clock. Started again after a crash it asks for the same with the same keys, and only what
 * is missing happens. Does nothing once the season is complete.
 */
export async function loadSeason(
  dependencies: Omit<Dependencies, 'clock'>,
  now: Date,
  onBegin: () => void = () => {},
): Promise<SeasonLoaded> {
  const { database, randomness } = dependencies
  const startedOn = await seasonLastDay(dependencies, now)
  if (startedOn === null) return { commands: 0 }
  const { lastDay, end } = startedOn
  onBegin()
  const firstDay = addCivilDays(lastDay, 1 - SEASON_DAYS)
  const clock = new ManualClock(atCivilTime(firstDay, '08:00'))
  const server = await compose({ ...dependencies, clock, webDir: null })
  // Nobody looks at the boards meanwhile: all is folded at the end.
  await server.standing.folder.stop()
  const keyring = new Keyring(dependencies.masterKey, randomness)
  const act = await resumingAct({ act: server.act, clock, database }, DEMONSTRATION_VILLAGE)
  const doors = { ...server, act, database, clock, keyring, randomness }
  const chance = new SeededChance(CHANCE_SEED)
  const demonstration = castDemonstration()
  const cast = await foundDashigai({ ...doors, demonstration, chance }, { firstDay, lastDay })
  const timeline = new Timeline(clock, ABREAST)
  const stage: Stage = {
    doors,
    timeline,
    chance,
    cast,
    firstDay,
    lastDay,
    villageId: DEMONSTRATION_VILLAGE,
    now: end,
  }
  plan(stage, demonstration.villagers)
  const log = logOf({ ...dependencies, database, clock, keyring })
  playSpotChecks(stage, log)
  const visitors = onDutyNow(stage, demonstration.villagers)
  const bought = playRounds(stage, log, playOffers(stage, visitors, log))
  playPacks(stage, bought)
  playBuyingDay(stage, bought)
  playMarket(stage, bought)
  playAdoptions(stage, bought)
  playYearEnd(stage, demonstration.villagers)
  playVouchers(stage, demonstration.merchants, visitors[0])
  playWallets(stage)
  playGifts(stage, demonstration)
  await timeline.playUntil(end)
  await server.standing.foldAllVillages()
  await server.http.close()
  await database.inVillage(DEMONSTRATION_VILLAGE, (db) =>
    markSeasonLoaded(db, DEMONSTRATION_VILLAGE, end),
  )
  return { commands: timeline.played }
}

/**
 * Up to when the season is to be played: now, or, when an earlier start was cut off, that start's
 * last day. Null when it is complete.
 */
async function seasonLastDay(
  { database }: Pick<Dependencies, 'database'>,
  now: Date,
): Promise<{ lastDay: string; end: Date } | null> {
  const village = await database.outsideVillages((db) => readVillage(db, DEMONSTRATION_VILLAGE))
  if (village === null) return { lastDay: civilDay(now), end: now }
  if (village.seasonLoaded) return null
  const lastDay = addCivilDays(civilDay(village.createdAt), SEASON_DAYS - 1)
  const sameDay = lastDay === civilDay(now)
  return { lastDay, end: sameDay ? now : atCivilTime(addCivilDays(lastDay, 1), '00:00') }
}

type Signable = ReturnType<typeof castDemonstration>['villagers']

function plan(stage: Stage, signIns: Signable): void {
  const last = lastDayNo(stage)
  playRatings(stage, last)
  for (const [index, planned] of planActivities(stage.chance, last).entries())
    playPlanned(stage, planned, index)
  playEntranceWatch(stage, WATCH_DAY)
  playCurrentWatch(stage, onDutyNow(stage, signIns))
  playDeeds(stage)
  playCommittee(stage)
  playReports(stage, signIns)
  playShop(stage)
  playPlots(stage)
  playSensors(stage)
  playPlan(stage, onDutyNow(stage, signIns))
  for (let day = 1; day <= last; day++) keepLog(stage, day)
}

/** Nobody watches the log while the season is loaded; who watches it later sees it from its first entry. */
function logOf(parts: Dependencies & { readonly keyring: Keyring }): LogDoors {
  const onFault = (fault: unknown) => {
    throw fault
  }
  const whole = { ...parts, witnesses: () => noWitnesses, onFault }
  return {
    publish: () => sequenceNow(whole, DEMONSTRATION_VILLAGE),
    coveringCheckpoint: readCoveringCheckpoint,
  }
}

/** What the clock asks of the log's contents every night. */
function keepLog(stage: Stage, day: number): void {
  const { doors, villageId } = stage
  const night = atHour(stage, day, 0.2)
  schedule(stage, night, async () => void (await closeDay(doors, villageId)))
  schedule(stage, night, async () => void (await countAwards(doors, villageId)))
}

/** The villagers whom visitors play have a post right now, so that a visitor can check in. */
function onDutyNow({ cast }: Stage, signIns: Signable): Player[] {
  return signIns.flatMap(({ phone }) => cast.byPhone.get(phone) ?? [])
}
