import { addCivilDays, packNumber } from '@azalea/text'
import { publishName, uploadPhoto } from '../modules/community/index.ts'
import {
  bringLot,
  confirmLift,
  declareHarvest,
  enterResidueTest,
  packLots,
  placeHold,
  proposeLift,
  readLots,
  type PackLotsInput,
} from '../modules/produce/index.ts'
import { drawTestCard } from './draw-picture.ts'
import { lastDayNo } from './play-activities.ts'
import { growersOf, type SeasonGrower } from './play-plots.ts'
import { SETTLED_DAYS_AGO, type Bought } from './play-rounds.ts'
import { atHour, schedule, type Player, type Stage } from './stage.ts'

const KEEPS_DAYS = 10
const BROUGHT_CROP = '青菜'
const BROUGHT_GRAMS = 14_000

interface Packers extends Pick<Bought, 'growers' | 'lotNumbers' | 'second'> {
  /** Whose hands wash and pack. */
  readonly packer: Player
  readonly technician: Player
  /** Who bring what no round bought. */
  readonly bringers: readonly SeasonGrower[]
  /** The day on which the round weighed. */
  readonly weighed: number
}

/**
 * From the lots of the settled round, and from what three growers brought beside it, to packs: mixed,
 * split, washed with what was cut off; one lot on hold, a recall that was lifted and one that stands.
 */
export function playPacks(stage: Stage, { growers, lotNumbers, second, weigher }: Bought): void {
  const inRound = new Set(growers.map(({ plotId }) => plotId))
  const packers: Packers = {
    growers,
    lotNumbers,
    second,
    packer: weigher,
    technician: technicianOf(stage),
    bringers: growersOf(stage)
      .filter(({ plotId, grower }) => !inRound.has(plotId) && isOther(grower, weigher))
      .slice(0, 3),
    weighed: lastDayNo(stage) - SETTLED_DAYS_AGO + 3,
  }
  playNames(stage, packers)
  playTests(stage, packers)
  playCabbage(stage, packers)
  playGreens(stage, packers)
}

function technicianOf({ cast }: Stage): Player {
  const found = [...cast.byPhone.values()].find(({ actor }) => actor.roles.has('technician'))
  if (found === undefined) throw new Error('nobody is technician')
  return found
}

const isOther = (one: Player, other: Player) => one.householdId !== other.householdId

/** Two of three growers agree to be named to whoever buys; the others stay masked. */
function playNames(stage: Stage, { growers, bringers, weighed }: Packers): void {
  const named = [...growers, ...bringers].filter((_, at) => at % 3 !== 2)
  schedule(stage, atHour(stage, weighed - 5, 19), async () => {
    for (const { grower, plotId } of named)
      await publishName(stage.doors, grower.actor, `season-named-${plotId}`, { publishes: true })
  })
}

function playTests(stage: Stage, { growers, technician, weighed }: Packers): void {
  const { doors } = stage
  const tested = growers.slice(0, 2).filter(({ grower }) => isOther(grower, technician))
  schedule(stage, atHour(stage, weighed - 1, 15), async () => {
    const file = { file: drawTestCard() }
    const photo = await uploadPhoto(doors, technician.actor, 'season-card', file)
    for (const { plotId } of tested)
      await enterResidueTest(doors, technician.actor, `season-card-${plotId}`, {
        plotId,
        method: 'rapid_card',
        outcome: 'passed',
        photoFileId: photo.fileId,
      })
  })
}

/** Two lots mixed, what is left of one packed by itself, a third split; the fifth is on hold. */
function playCabbage(stage: Stage, packers: Packers): void {
  const { doors } = stage
  const { packer, second, lotNumbers, growers, weighed } = packers
  const numberOf = (at: number) => lotNumbers.get(at) ?? ''
  const heads = (grams: number, count: number) => ({ packs: [{ grams, count }] })
  const trimmed = (lossGrams: number) => ({ lossGrams, lossBecause: 'trimmed' as const })
  schedule(stage, atHour(stage, weighed, 13), async () => {
    await placeHold(doors, packer.actor, 'season-hold-lot', {
      reach: 'lot',
      target: numberOf(4),
      because: '切开有黑心，等农技员看过再说。',
    })
  })
  schedule(stage, atHour(stage, weighed, 14), async () => {
    const mixed = { [numberOf(0)]: 20_000, [numberOf(1)]: 16_000 }
    await pack(stage, packers, 'mixed', mixed, { ...heads(1_500, 22), ...trimmed(3_000) })
  })
  schedule(stage, atHour(stage, weighed, 15), async () => {
    const rest = { [numberOf(0)]: 13_600 }
    await pack(stage, packers, 'rest', rest, { ...heads(1_500, 8), ...trimmed(1_600) })
  })
  schedule(stage, atHour(stage, weighed, 16), async () => {
    const split = { [numberOf(3)]: 30_000 }
    await pack(stage, packers, 'split', split, {
      packs: [
        { grams: 1_500, count: 12 },
        { grams: 3_000, count: 3 },
      ],
      ...trimmed(3_000),
    })
  })
  const plotId = growers[3]?.plotId ?? ''
  const recall = { holdId: '' }
  schedule(stage, atHour(stage, weighed, 19), async () => {
    const { holdId } = await placeHold(doors, packer.actor, 'season-recall-plot', {
      reach: 'plot',
      target: plotId,
      because: '隔壁桃园下午打药，风往这边吹，先停下来化验。',
    })
    recall.holdId = holdId
  })
  schedule(stage, atHour(stage, weighed + 1, 16), async () => {
    const because = '实验室没有测出农药，可以放行。'
    await proposeLift(doors, packer.actor, 'season-lift', { ...recall, because })
  })
  schedule(stage, atHour(stage, weighed + 1, 17), async () => {
    await confirmLift(doors, second.actor, 'season-lift-confirm', recall)
  })
}

/** What three growers brought is mixed and packed small; one pack of it is called back. */
function playGreens(stage: Stage, packers: Packers): void {
  const { doors, firstDay } = stage
  const { packer, bringers, weighed } = packers
  const numbers: string[] = []
  const recalled = { number: '' }
  const day = weighed + 3
  for (const [at, { grower, plotId }] of bringers.entries()) {
    const harvest = { harvestId: '' }
    schedule(stage, atHour(stage, day - 1, 18 + at / 10), async () => {
      const { harvestId } = await declareHarvest(doors, grower.actor, `season-greens-${at}`, {
        plotId,
        on: addCivilDays(firstDay, day),
        crop: BROUGHT_CROP,
        expectedGrams: BROUGHT_GRAMS,
      })
      harvest.harvestId = harvestId
    })
    schedule(stage, atHour(stage, day, 7 + at / 10), async () => {
      const grams = BROUGHT_GRAMS - at * 900
      const input = { ...harvest, grade: 'first' as const, grams }
      numbers.push((await bringLot(doors, packer.actor, `season-greens-lot-${at}`, input)).number)
    })
  }
  if (bringers.length === 0) return
  schedule(stage, atHour(stage, day, 9), async () => {
    const mixed = Object.fromEntries(numbers.map((number) => [number, 11_000]))
    const count = (numbers.length * 10_000) / 500
    const number = await pack(stage, packers, 'greens', mixed, {
      packs: [{ grams: 500, count }],
      lossGrams: numbers.length * 1_000,
      lossBecause: 'spoilt',
    })
    recalled.number = packNumber(number, 7)
  })
  schedule(stage, atHour(stage, day + 1, 10), async () => {
    await placeHold(doors, packer.actor, 'season-recall-pack', {
      reach: 'pack',
      target: recalled.number,
      because: '封口没有封好，袋子漏了。',
    })
  })
}

/** Packs so many grams of lots by their numbers; answers the packing's number. */
async function pack(
  stage: Stage,
  { packer, weighed }: Packers,
  key: string,
  grams: Readonly<Record<string, number>>,
  made: Pick<PackLotsInput, 'packs' | 'lossGrams' | 'lossBecause'>,
): Promise<string> {
  const { doors, firstDay } = stage
  const { lots } = await readLots(doors, packer.actor)
  const taken = Object.entries(grams).map(([number, takenGrams]) => {
    const lot = lots.find((one) => one.number === number)
    if (lot === undefined) throw new Error(`no lot ${number}`)
    return { lotId: lot.lotId, grams: takenGrams }
  })
  const bestBefore = addCivilDays(firstDay, weighed + KEEPS_DAYS)
  const input = { lots: taken, ...made, bestBefore }
  return (await packLots(doors, packer.actor, `season-packing-${key}`, input)).number
}
