import { addCivilDays } from '@azalea/text'
import {
  claimPlot,
  drawPlots,
  openGrowingSeason,
  publishConvention,
  type DrawnPlot,
} from '../modules/produce/index.ts'
import { atHour, minutesLater, schedule, type Place, type Player, type Stage } from './stage.ts'

const DRAWN_ON_DAY = 4
const SEASON_DAYS = 180
const LEASES = 9
/** Grows a plot. */
const VISITOR = '19900000065'
const WIDE_METRES = 20
const HIGH_METRES = 32
const PATH_METRES = 3

/** Behind the stream, in ten-millionths of a degree; there a metre is so many of them. */
const CORNER = { eastE7: 1_202_300_000, northE7: 299_700_000 }
const METRE = { eastE7: 104, northE7: 90 }

const convention = {
  wordsZh:
    '一、不用除草剂，农药化肥只用清单上的，先问农技员。\n二、田埂留一米，垃圾带走，不烧秸秆。\n三、自己种，不转租；种不动了就退地。',
  wordsEn:
    '1. No herbicides; only what is on the list, and ask the technician first.\n2. Leave a metre of path, take your waste home, burn no straw.\n3. Grow yourself and do not sublet; give the plot back when it is too much.',
}

/** The village's plots on the map, a growing season with its convention, and the first leases. */
export function playPlots(stage: Stage): void {
  const { doors, cast, firstDay } = stage
  const [committee] = cast.committee
  if (committee === undefined) throw new Error('the village has no committee')
  const { actor } = committee
  const begin = atHour(stage, DRAWN_ON_DAY, 9)
  schedule(stage, begin, async () => {
    const plots = cast.plots.map(drawingOf)
    await drawPlots(doors, actor, 'season-plots', { plots })
    const { edition } = await publishConvention(doors, actor, 'season-convention', convention)
    const { growingSeasonId } = await openGrowingSeason(doors, actor, 'season-growing', {
      nameZh: '秋冬季',
      nameEn: 'Autumn and winter',
      beginsOn: firstDay,
      endsOn: addCivilDays(firstDay, SEASON_DAYS),
    })
    leasePlots(stage, growersOf(stage), { edition, growingSeasonId, from: minutesLater(begin, 30) })
  })
}

/** Each by somebody of the household that looks after the plot already. */
export function leasePlots(
  stage: Stage,
  growers: readonly SeasonGrower[],
  of: { readonly edition: number; readonly growingSeasonId: string; readonly from: Date },
): void {
  const { doors } = stage
  const { edition, growingSeasonId, from } = of
  for (const [at, { plotId, grower }] of growers.entries())
    schedule(stage, minutesLater(from, (at + 1) * 7), async () => {
      const input = { plotId, growingSeasonId, edition }
      await claimPlot(doors, grower.actor, `season-lease-${plotId}`, input)
    })
}

export interface SeasonGrower {
  readonly plotId: string
  readonly grower: Player
}

/** Who grows where, a plot each. */
export function growersOf(
  { cast }: Pick<Stage, 'cast'>,
  most: number = LEASES,
): readonly SeasonGrower[] {
  const growers = new Map<string, SeasonGrower>()
  for (const { subjectId: plotId, keeperHouseholdId } of cast.plots) {
    const grower = cast.villagers.find(({ householdId }) => householdId === keeperHouseholdId)
    if (grower === undefined || growers.has(grower.actor.personId)) continue
    growers.set(grower.actor.personId, { plotId, grower })
  }
  return [...growers.values()].slice(0, most)
}

/** Whose plot a visitor plays, where there is one; else the first. */
export function visitedGrower(stage: Pick<Stage, 'cast'>): SeasonGrower {
  const growers = growersOf(stage)
  const visitor = stage.cast.byPhone.get(VISITOR)?.actor.personId
  const grower = growers.find((one) => one.grower.actor.personId === visitor) ?? growers[0]
  if (grower === undefined) throw new Error('nobody grows')
  return grower
}

function drawingOf({ subjectId, label }: Place, index: number): DrawnPlot {
  const column = index % 8
  const row = Math.floor(index / 8)
  const west = column * (WIDE_METRES + PATH_METRES)
  const south = row * (HIGH_METRES + PATH_METRES)
  return {
    subjectId,
    label,
    kind: 'plot',
    tenure: 'collective',
    ring: ringAt({ west, south, wide: WIDE_METRES, high: HIGH_METRES }),
    soil: row % 2 === 0 ? 'loam' : 'clay',
    water: '清后溪二号泵站',
  }
}

/** A field of so many metres, a little aslant, as fields are. */
export function ringAt({
  west,
  south,
  wide,
  high,
}: Readonly<Record<'west' | 'south' | 'wide' | 'high', number>>): number[] {
  const corners = [
    [west, south],
    [west + wide, south + 1],
    [west + wide, south + high],
    [west, south + high - 1],
  ]
  return corners.flatMap(([east = 0, north = 0]) => [
    CORNER.eastE7 + Math.round(east * METRE.eastE7),
    CORNER.northE7 + Math.round(north * METRE.northE7),
  ])
}
