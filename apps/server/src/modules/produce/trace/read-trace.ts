import { amountWords } from '@azalea/produce-rules'
import { civilDay, daysBetween } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readPeople, readSubjects, readVillage, type Subject } from '../../community/index.ts'
import { readStoryOfPlots, type AppliedRow, type StoryOfPlot } from '../inputs/index.ts'
import { selectHeldLots, selectLots, selectPackHeldSince, type HarvestLot } from '../lots/index.ts'
import {
  packNumber,
  packRefusals,
  readPackNumber,
  selectPack,
  selectPackingByNumber,
  selectTaken,
  type Pack,
  type Packing,
} from '../packs/index.ts'
import type { TraceParts } from './parts.ts'

/** What a pack is of, as far back as its trace goes. */
interface Trail {
  readonly packing: Packing
  readonly pack: Pack
  readonly lots: readonly (HarvestLot & { readonly takenGrams: number })[]
  readonly stories: ReadonlyMap<string, StoryOfPlot>
}

/** @throws Refusal 'unknown_pack' */
async function readTrail(db: Db, villageId: string, number: string): Promise<Trail> {
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
  const plotIds = [...new Set(lots.map(({ plotId }) => plotId))]
  return {
    packing,
    pack,
    lots: lots.map((lot) => ({ ...lot, takenGrams: grams.get(lot.lotId) ?? 0 })),
    stories: await readStoryOfPlots(db, villageId, plotIds),
  }
}

/**
 * What is in a pack, from the plot on, for anybody. Who grew it, and on which plot, is told where the
 * grower agreed to be named.
 * @throws Refusal 'unknown_pack'
 */
export async function readTrace(
  { database }: TraceParts,
  villageId: string,
  number: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const trail = await readTrail(db, villageId, number)
    const { packing, pack, lots } = trail
    const [village, held, packHeldSince, people, subjects] = await Promise.all([
      readVillage(db, villageId),
      selectHeldLots(db, villageId, lots),
      selectPackHeldSince(db, villageId, pack.packId),
      readPeople(
        db,
        villageId,
        lots.map(({ growerId }) => growerId),
      ),
      readSubjects(
        db,
        villageId,
        lots.map(({ plotId }) => plotId),
      ),
    ])
    return {
      villageName: village?.name ?? '',
      number: packNumber(packing.number, pack.serial),
      recordId: packing.packingId,
      crop: packing.crop,
      netGrams: pack.netGrams,
      packCount: packing.packCount,
      packedAt: packing.packedAt.toISOString(),
      bestBefore: packing.bestBefore,
      isRecalled: packHeldSince !== null || held.size > 0,
      lots: lots.map((lot) => {
        const grower = people.get(lot.growerId)
        const isNamed = grower?.publishesName === true && grower.isPresent
        const plot = subjects.get(lot.plotId)
        return {
          recordId: lot.lotId,
          number: lot.number,
          takenGrams: lot.takenGrams,
          grade: lot.grade,
          harvestedOn: lot.harvestedOn,
          harvestRecordId: lot.harvestId,
          growerName: isNamed ? grower.name : null,
          plotLabel: isNamed ? (plot?.label ?? null) : null,
          groupName: groupOf(plot),
          ...presentStory(lot, trail.stories.get(lot.plotId), language),
        }
      }),
    }
  })
}

function groupOf(plot: Subject | undefined): string | null {
  return plot?.groupName ?? plot?.groupNo?.toString() ?? null
}

/** A residue test says nothing of what was harvested a season later. */
const TESTED_WITHIN_DAYS = 90

function presentStory(lot: HarvestLot, story: StoryOfPlot | undefined, language: Language) {
  const applied = story?.applied ?? []
  const tests = story?.tests ?? []
  return {
    applied: applied
      .filter((one) => wasInSeason(one, lot))
      .map((one) => ({
        recordId: one.applicationId,
        kind: one.kind,
        name: one.name,
        registrationNumber: one.registrationNumber,
        substances: [...one.substances],
        amount: amountWords(one)[language],
        on: civilDay(one.appliedAt),
        preHarvestDays: one.preHarvestDays,
        daysBefore: daysBetween(civilDay(one.appliedAt), lot.harvestedOn),
      })),
    tests: tests
      .filter(({ testedAt }) => {
        const days = daysBetween(civilDay(testedAt), lot.harvestedOn)
        return days <= TESTED_WITHIN_DAYS && days >= -TESTED_WITHIN_DAYS
      })
      .map((test) => ({
        recordId: test.testId,
        method: test.method,
        outcome: test.outcome,
        on: civilDay(test.testedAt),
      })),
  }
}

/** Put there within half a year before the harvest. */
const GROWN_WITHIN_DAYS = 183

function wasInSeason({ appliedAt }: AppliedRow, { harvestedOn }: HarvestLot): boolean {
  const days = daysBetween(civilDay(appliedAt), harvestedOn)
  return days >= 0 && days <= GROWN_WITHIN_DAYS
}

/** The records that a pack's trace names, which anybody may have the proof of. @throws Refusal 'unknown_pack' */
export async function readTraceRecords(
  db: Db,
  villageId: string,
  number: string,
): Promise<ReadonlySet<string>> {
  const { packing, lots, stories } = await readTrail(db, villageId, number)
  const told = [...stories.values()].flatMap(({ applied, tests }) => [
    ...applied.map(({ applicationId }) => applicationId),
    ...tests.map(({ testId }) => testId),
  ])
  return new Set([
    packing.packingId,
    ...lots.flatMap(({ lotId, harvestId }) => [lotId, harvestId]),
    ...told,
  ])
}
