import { addCivilDays, civilDay, daysBetween, readPackNumber } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readPeople, readSubjects, type Subject } from '../../community/index.ts'
import { readStoryOfPlots, type StoryOfPlot } from '../inputs/index.ts'
import { selectLots, type HarvestLot } from '../lots/index.ts'
import {
  packRefusals,
  selectPack,
  selectPackingByNumber,
  selectTaken,
  type Pack,
  type Packing,
} from '../packs/index.ts'
import { selectCrops, selectTasks, type Crop, type TaskKind } from '../plan/index.ts'
import { selectPhotosAtScale } from '../rounds/index.ts'

/** Null where the grower, or who took it, did not agree to be named. */
type Picture = string | null

/** Something that was done for a crop, as its grower marked it. */
export interface DoneTask {
  readonly recordId: string
  readonly kind: TaskKind
  readonly on: string
  readonly photoFileId: Picture
}

/** One of the lots that a pack is of, as far as anybody may know of it. */
export interface TrailLot extends HarvestLot {
  readonly takenGrams: number
  /** Null unless the grower agreed to be named. */
  readonly growerName: string | null
  readonly plot: Subject | undefined
  readonly photoFileId: Picture
  readonly done: readonly DoneTask[]
  readonly story: StoryOfPlot
}

/** What a pack is of, as far back as its trace goes. */
export interface Trail {
  readonly packing: Packing
  readonly pack: Pack
  readonly crop: Crop | undefined
  readonly lots: readonly TrailLot[]
}

/** What was put there or done within half a year before the harvest. */
const GROWN_WITHIN_DAYS = 183
/** A residue test says nothing of what was harvested a season later. */
const TESTED_WITHIN_DAYS = 90
const MOST_TASKS = 1_000
const noStory: StoryOfPlot = { applied: [], tests: [], inspections: [] }

/** @throws Refusal 'unknown_pack' */
export async function readTrail(db: Db, villageId: string, number: string): Promise<Trail> {
  const typed = readPackNumber(number)
  if (typed === null) throw packRefusals('unknown_pack')
  const packing = await selectPackingByNumber(db, villageId, typed.packingNumber)
  if (packing === null) throw packRefusals('unknown_pack')
  const { packingId } = packing
  const [pack, taken] = await Promise.all([
    selectPack(db, villageId, packingId, typed.serial),
    selectTaken(db, villageId, [packingId]),
  ])
  if (pack === null) throw packRefusals('unknown_pack')
  const grams = new Map((taken.get(packingId) ?? []).map((lot) => [lot.lotId, lot.grams]))
  const lots = await selectLots(db, villageId, [...grams.keys()])
  const crops = (await selectCrops(db, villageId)).filter(({ nameZh }) => nameZh === packing.crop)
  const about = await readAbout(db, villageId, lots, crops)
  return {
    packing,
    pack,
    crop: crops[0],
    lots: lots.map((lot) => trailOf(lot, grams.get(lot.lotId) ?? 0, about)),
  }
}

async function readAbout(
  db: Db,
  villageId: string,
  lots: readonly HarvestLot[],
  crops: readonly Crop[],
) {
  const plotIds = [...new Set(lots.map(({ plotId }) => plotId))]
  const [first = ''] = lots.map(({ harvestedOn }) => harvestedOn).toSorted()
  const cropIds = new Set(crops.map(({ cropId }) => cropId))
  const [stories, tasks, photos, subjects] = await Promise.all([
    readStoryOfPlots(db, villageId, plotIds),
    first === '' || cropIds.size === 0
      ? []
      : selectTasks(
          db,
          villageId,
          { plotIds, dueToAfter: addCivilDays(first, -GROWN_WITHIN_DAYS) },
          MOST_TASKS,
        ),
    selectPhotosAtScale(
      db,
      villageId,
      lots.flatMap(({ weighInId }) => weighInId ?? []),
    ),
    readSubjects(db, villageId, plotIds),
  ])
  const grown = tasks.filter(({ cropId }) => cropIds.has(cropId))
  const people = await readPeople(db, villageId, [
    ...lots.map(({ growerId }) => growerId),
    ...grown.flatMap(({ end }) => end?.endedBy ?? []),
  ])
  const nameOf = (personId: string): string | null => {
    const person = people.get(personId)
    return person?.publishesName === true && person.isPresent ? person.name : null
  }
  return { stories, tasks: grown, photos, subjects, nameOf }
}

type About = Awaited<ReturnType<typeof readAbout>>

function trailOf(lot: HarvestLot, takenGrams: number, about: About): TrailLot {
  const { harvestedOn, plotId } = lot
  const growerName = about.nameOf(lot.growerId)
  const shown = (photoFileId: string | null | undefined): Picture =>
    growerName === null ? null : (photoFileId ?? null)
  const daysBefore = (at: Date) => daysBetween(civilDay(at), harvestedOn)
  const isGrowing = (at: Date) => daysBefore(at) >= 0 && daysBefore(at) <= GROWN_WITHIN_DAYS
  const isNear = (at: Date) => Math.abs(daysBefore(at)) <= TESTED_WITHIN_DAYS
  const { applied, tests, inspections } = about.stories.get(plotId) ?? noStory
  return {
    ...lot,
    takenGrams,
    growerName,
    plot: about.subjects.get(plotId),
    photoFileId: shown(about.photos.get(lot.weighInId ?? '')),
    done: about.tasks.flatMap(({ kind, plotId: of, end }) => {
      if (of !== plotId || end?.as !== 'done' || !isGrowing(end.occurredAt)) return []
      // Nothing is told of which there is no proof.
      if (end.recordId === null) return []
      const photoFileId = about.nameOf(end.endedBy) === null ? null : shown(end.photoFileId)
      return [{ recordId: end.recordId, kind, on: civilDay(end.occurredAt), photoFileId }]
    }),
    story: {
      applied: applied.filter(({ appliedAt }) => isGrowing(appliedAt)),
      tests: tests.filter(({ testedAt }) => isNear(testedAt)),
      inspections: inspections.filter(({ inspectedAt }) => isGrowing(inspectedAt)),
    },
  }
}
