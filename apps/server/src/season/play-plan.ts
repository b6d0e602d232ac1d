import { addCivilDays } from '@azalea/text'
import { uploadPhoto } from '../modules/community/index.ts'
import {
  approveApplication,
  askApplication,
  cancelPlanting,
  confirmApprovedList,
  declareHarvest,
  declineApplication,
  drawPlots,
  enterInspection,
  enterResidueTest,
  finishTask,
  giveUpTask,
  importApprovedList,
  keepCrop,
  planPlantings,
  readSeasons,
  readTasks,
  restPlot,
  withdrawApplication,
  writeListFile,
  type DrawnPlot,
} from '../modules/produce/index.ts'
import { drawField } from './draw-picture.ts'
import {
  approvedUses,
  askedFor,
  crops,
  harvests,
  type SeasonCrop,
  type Where,
} from './farm-plan.ts'
import { lastDayNo } from './play-activities.ts'
import { growersOf, ringAt, type SeasonGrower } from './play-plots.ts'
import { atHour, minutesLater, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

const BEGUN_ON_DAY = 5
/** Plots of the collective that rest. */
export const RESTING = [30, 31, 47]

/** A field that is planned, by whom, and how its tasks end where they are not done in time. */
interface Sown {
  readonly where: Where
  readonly crop: SeasonCrop
  readonly sowFrom: number
  readonly heads?: number
  readonly unlike?: Readonly<Partial<Record<string, 'late' | 'open' | 'weather' | 'not_needed'>>>
}

interface Farm {
  readonly technician: Player
  readonly second: Player
  readonly cropIds: Map<SeasonCrop, string>
  readonly places: Map<Where, SeasonGrower>
  readonly photos: Map<string, string>
  growingSeasonId: string
}

/** On the growers' plots, planned by the technician all at once. */
const collective: readonly Sown[] = [
  { where: 0, crop: 'cabbage', sowFrom: 12 },
  { where: 1, crop: 'cabbage', sowFrom: 12 },
  { where: 2, crop: 'cabbage', sowFrom: 12, unlike: { thin: 'late', fertilise: 'late' } },
  { where: 3, crop: 'cabbage', sowFrom: 12, unlike: { fertilise: 'not_needed' } },
  { where: 4, crop: 'cabbage', sowFrom: 13, unlike: { weed: 'open', harvest: 'open' } },
  { where: 5, crop: 'cabbage', sowFrom: 13, unlike: { thin: 'weather', harvest: 'open' } },
  { where: 7, crop: 'radish', sowFrom: 20 },
  {
    where: 8,
    crop: 'greens',
    sowFrom: 20,
    unlike: { weed: 'open', fertilise: 'open', harvest: 'open' },
  },
]
/** A second crop: the visitor's, which is grown now, and where the first was given up. */
const second: readonly Sown[] = [
  { where: 'visitor', crop: 'greens', sowFrom: 70, unlike: { weed: 'open', fertilise: 'open' } },
  { where: 8, crop: 'radish', sowFrom: 72 },
]
const ownLand: readonly Sown[] = [
  { where: 'garden', crop: 'greens', sowFrom: 46 },
  { where: 'flock', crop: 'eggs', sowFrom: 30, heads: 40 },
]

/** What is planned, done, put on the land, checked and harvested. @param visitors grow a plot, and a garden with a flock */
export function playPlan(stage: Stage, visitors: readonly Player[]): void {
  const farm = farmOf(stage, visitors)
  const { doors } = stage
  const begin = atHour(stage, BEGUN_ON_DAY, 9)
  schedule(stage, begin, async () => {
    const { items } = await readSeasons(doors, farm.technician.actor, 'zh')
    farm.growingSeasonId = items[0]?.growingSeasonId ?? ''
  })
  playList(stage, farm, begin)
  for (const [at, [name, crop]] of entriesOf(crops).entries())
    schedule(stage, minutesLater(begin, 30 + at), async () => {
      const key = `season-crop-${name}`
      const { cropId } = await keepCrop(doors, farm.technician.actor, key, crop)
      farm.cropIds.set(name, cropId)
    })
  playLand(stage, farm, visitors, minutesLater(begin, 45))
  playPlanted(stage, farm, 'collective', farm.technician, 10, collective)
  playPlanted(stage, farm, 'second', farm.technician, 66, second)
  for (const sown of ownLand)
    playPlanted(stage, farm, `${sown.where}`, placeOf(farm, sown.where).grower, 28, [sown])
  playPhotos(stage, farm)
  playAsked(stage, farm)
  playChecks(stage, farm)
  playHarvests(stage, farm)
}

function farmOf(stage: Stage, [grower, gardener]: readonly Player[]): Farm {
  const { cast } = stage
  const technician = [...cast.byPhone.values()].find(({ actor }) => actor.roles.has('technician'))
  if (technician === undefined || grower === undefined || gardener === undefined)
    throw new Error('the offices are empty')
  const places = new Map<Where, SeasonGrower>()
  for (const [at, place] of growersOf(stage).entries()) {
    places.set(at, place)
    if (place.grower === grower) places.set('visitor', place)
  }
  for (const where of ['garden', 'flock'] as const)
    places.set(where, { plotId: '', grower: gardener })
  return {
    technician,
    second: otherHousehold(cast.committee, technician.householdId),
    cropIds: new Map(),
    places,
    photos: new Map(),
    growingSeasonId: '',
  }
}

function placeOf({ places }: Farm, where: Where): SeasonGrower {
  const place = places.get(where)
  if (place === undefined) throw new Error(`nobody grows at ${where}`)
  return place
}

/** The technician proposes the list of approved products, the committee confirms it. */
function playList(stage: Stage, { technician, second: confirmer }: Farm, begin: Date): void {
  const { doors } = stage
  schedule(stage, minutesLater(begin, 5), async () => {
    const file = await writeListFile(approvedUses)
    const input = { file }
    const key = 'season-approved-list'
    const { listId } = await importApprovedList(doors, technician.actor, key, input)
    if (listId === null) throw new Error('the invented list has problems')
    schedule(stage, minutesLater(begin, 20), async () => {
      await confirmApprovedList(doors, confirmer.actor, `${key}-confirm`, { listId })
    })
  })
}

/** A garden and a flock of the second visitor's, and plots of the collective that rest. */
function playLand(stage: Stage, farm: Farm, [, owner]: readonly Player[], at: Date): void {
  const { doors, cast } = stage
  const own = (plot: Pick<DrawnPlot, 'label' | 'kind' | 'ring'>): DrawnPlot => ({
    ...plot,
    tenure: 'household' as const,
    groupNo: owner?.groupNo,
    keeperHouseholdId: owner?.householdId,
    soil: 'loam' as const,
  })
  const garden = ringAt({ west: 12, south: -28, wide: 12, high: 14 })
  const wood = ringAt({ west: 60, south: -62, wide: 52, high: 44 })
  const places = ['garden', 'flock'] as const
  const plots = [
    own({ label: '沈勇家菜园', kind: 'yard', ring: garden }),
    own({ label: '沈勇家林下鸡', kind: 'flock', ring: wood }),
  ]
  schedule(stage, at, async () => {
    const drawn = await drawPlots(doors, farm.technician.actor, 'season-own-land', { plots })
    for (const [no, { plotId }] of drawn.plots.entries()) {
      const where = places[no]
      if (where !== undefined) farm.places.set(where, { ...placeOf(farm, where), plotId })
    }
    for (const no of RESTING) {
      const rest = { plotId: cast.plots[no]?.subjectId ?? '', isResting: true }
      await restPlot(doors, farm.technician.actor, `season-rest-${no}`, rest)
    }
  })
}

function playPlanted(
  stage: Stage,
  farm: Farm,
  name: string,
  planner: Player,
  day: number,
  sown: readonly Sown[],
): void {
  const { doors, firstDay } = stage
  const at = atHour(stage, day, 15)
  schedule(stage, at, async () => {
    const plantings = sown.map(({ where, crop, sowFrom, heads }) => ({
      plotId: placeOf(farm, where).plotId,
      cropId: farm.cropIds.get(crop) ?? '',
      ...sowingDays(addCivilDays(firstDay, sowFrom)),
      ...(heads === undefined ? {} : { heads }),
    }))
    const plan = { growingSeasonId: farm.growingSeasonId, plantings }
    const key = `season-plan-${name}`
    const { plantingIds } = await planPlantings(doors, planner.actor, key, plan)
    const { items } = await readTasks(doors, farm.technician.actor, {}, 'zh')
    for (const [no, plantingId] of plantingIds.entries()) {
      const one = sown[no]
      if (one === undefined) continue
      const tasks = items.filter((task) => task.plantingId === plantingId)
      for (const task of tasks) endTask(stage, farm, one, task)
      if (one.where !== 8 || one.crop !== 'greens') continue
      schedule(stage, atHour(stage, 41, 16), async () => {
        const given = { plantingId, because: 'pests' } as const
        await cancelPlanting(doors, planner.actor, 'season-plan-given-up', given)
      })
    }
  })
}

function sowingDays(sowFrom: string): { readonly sowFrom: string; readonly sowTo: string } {
  return { sowFrom, sowTo: addCivilDays(sowFrom, 2) }
}

type Task = Awaited<ReturnType<typeof readTasks>>['items'][number]

/** By who grows there: in time, three days late, given up with a reason, or not at all. */
function endTask(stage: Stage, farm: Farm, { where, unlike = {} }: Sown, task: Task): void {
  const { taskId, kind, dueFrom, dueTo } = task
  const how = unlike[kind]
  if (how === 'open') return
  const { doors, firstDay } = stage
  const { actor } = placeOf(farm, where).grower
  const key = `season-task-${where}-${kind}-${dueFrom}`
  const day = kind === 'harvest' ? dueTo : how === 'late' ? addCivilDays(dueTo, 3) : dueFrom
  const at = atHour({ firstDay: day }, 0, 17)
  const shift = minutesLater(at, typeof where === 'number' ? where * 4 : 40)
  if (day < firstDay) return
  schedule(stage, shift, async () => {
    if (how === 'weather' || how === 'not_needed')
      await giveUpTask(doors, actor, key, { taskId, because: how, occurredAt: null })
    else {
      const isShown = task.needsPhoto || (where === 'visitor' && kind === 'thin')
      const photoFileId = isShown ? (farm.photos.get(`${where}`) ?? null) : null
      await finishTask(doors, actor, key, { taskId, photoFileId, occurredAt: null })
    }
  })
}

/** The visitor's photo of a plot, and the technician's on the spot. */
function playPhotos(stage: Stage, farm: Farm): void {
  const taken = [
    ['technician', farm.technician, 15],
    ['garden', placeOf(farm, 'garden').grower, 60],
    ['visitor', placeOf(farm, 'visitor').grower, 77],
  ] as const
  for (const [no, [name, { actor }, day]] of taken.entries())
    schedule(stage, atHour(stage, day, 12), async () => {
      const key = `season-field-photo-${name}`
      const { fileId } = await uploadPhoto(stage.doors, actor, key, { file: drawField(no) })
      farm.photos.set(name, fileId)
    })
}

function playAsked(stage: Stage, farm: Farm): void {
  const { doors } = stage
  for (const [no, { where, day, crop, what, outcome }] of askedFor.entries()) {
    // Those that wait were asked for on the evening of the last day.
    const at = atHour(stage, dayNo(stage, day), outcome === 'open' ? 18 : 8)
    const key = `season-application-${no}`
    schedule(stage, minutesLater(at, no), async () => {
      const { plotId, grower } = placeOf(farm, where)
      const input = { plotId, crop: crops[crop].nameZh, ...what }
      const { applicationId } = await askApplication(doors, grower.actor, key, input)
      const { actor } = farm.technician
      schedule(stage, minutesLater(at, 60 + no), async () => {
        const answer = `${key}-${outcome}`
        if (outcome === 'approved') {
          const photoFileId = farm.photos.get('technician') ?? ''
          await approveApplication(doors, actor, answer, { applicationId, photoFileId })
        } else if (outcome === 'declined')
          await declineApplication(doors, actor, answer, { applicationId, because: 'not_needed' })
        else if (outcome === 'withdrawn')
          await withdrawApplication(doors, grower.actor, answer, { applicationId })
      })
    })
  }
}

/** What the technician sees and tests; the last test holds a plot. */
function playChecks(stage: Stage, farm: Farm): void {
  const { doors } = stage
  const { actor } = farm.technician
  const inspected = [
    [0, 33, { pests: 3, weeds: 3, litter: 3 }],
    [2, 51, { pests: 3, weeds: 2, litter: 3 }],
    ['visitor', 80, { pests: 2, weeds: 3, litter: 3 }],
  ] as const
  const tested = [
    [7, 82, 'passed'],
    ['garden', dayNo(stage, -1), 'failed'],
  ] as const
  const photoFileId = () => farm.photos.get('technician') ?? ''
  for (const [where, day, form] of inspected)
    schedule(stage, atHour(stage, day, 10.5), async () => {
      const input = { plotId: placeOf(farm, where).plotId, ...form, photoFileId: photoFileId() }
      await enterInspection(doors, actor, `season-inspection-${where}`, input)
    })
  for (const [where, day, outcome] of tested)
    schedule(stage, atHour(stage, day, 10.6), async () => {
      const { plotId } = placeOf(farm, where)
      const input = { plotId, method: 'rapid_card', outcome, photoFileId: photoFileId() } as const
      await enterResidueTest(doors, actor, `season-residue-${where}`, input)
    })
}

function playHarvests(stage: Stage, farm: Farm): void {
  for (const [no, [day, where, crop, kilograms]] of harvests.entries()) {
    const { grower } = placeOf(farm, where)
    const day_ = dayNo(stage, day)
    schedule(stage, minutesLater(atHour(stage, day_, 6), no * 3), async () => {
      await declareHarvest(stage.doors, grower.actor, `season-harvest-${no}`, {
        plotId: placeOf(farm, where).plotId,
        on: addCivilDays(stage.firstDay, day_),
        crop: crops[crop].nameZh,
        expectedGrams: kilograms * 1_000,
      })
    })
  }
}

function dayNo(stage: Stage, day: number): number {
  return day < 0 ? lastDayNo(stage) + day : day
}

function entriesOf(all: typeof crops) {
  return Object.entries(all) as [SeasonCrop, (typeof crops)[SeasonCrop]][]
}
