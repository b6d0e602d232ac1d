import { earliestHarvest, harvestAfter, listInForce } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import { readPeopleNames } from '../../community/index.ts'
import { readGrownCrops } from '../plan/index.ts'
import { selectAsked } from './applications/application.store.ts'
import { sayPossibleAgain } from './applications/present-decision.ts'
import { presentAsked } from './applications/read-asked.ts'
import { selectChecks } from './checks/check.store.ts'
import { selectHarvests } from './harvests/harvest.store.ts'
import { whyNotHarvesting } from './harvests/may-harvest.ts'
import { selectPublishedLists } from './lists/approved-list.store.ts'
import type { Readers } from './parts.ts'
import { readGrownPlot, whyNotSeeingTo } from './plot-grower.ts'
import { selectApplied } from './plot-story.store.ts'
import { technicians } from './policy.ts'
import { refuse } from './refusals.ts'

/** What was put on a plot, what is asked, and from when it may be harvested. @throws Refusal 'unknown_plot_of_inputs' */
export async function readPlotInputs(
  { database, clock }: Readers,
  actor: Actor,
  plotId: string,
  language: Language,
) {
  const { villageId, householdId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const today = civilDay(now)
    const grown = await readGrownPlot(db, villageId, plotId, now)
    const lists = await selectPublishedLists(db, villageId)
    const applied = await selectApplied(db, villageId, plotId)
    const asked = []
    for (const row of await selectAsked(db, villageId, plotId))
      asked.push(await presentAsked({ db, actor, language, now }, grown, row))
    const approvers = applied.map(({ approvedBy }) => approvedBy)
    const names = await readPeopleNames(db, villageId, approvers)
    const uses = listInForce(lists, today)?.uses ?? []
    const isGrower = householdId !== null && grown.householdIds.includes(householdId)
    const from = earliestHarvest(applied, lists)
    const seesTo = hasAnyRole(actor, technicians)
      ? await whyNotSeeingTo(db, actor, grown)
      : refuse('not_the_grower')
    return {
      plotId,
      label: grown.subject.label,
      areaSquareMetres: grown.plot.areaSquareMetres,
      grown: await readGrownCrops(db, villageId, plotId, today),
      crops: [...new Set(uses.flatMap(({ crops }) => crops))],
      products: uses.map((use) => ({
        ...use,
        substances: [...use.substances],
        crops: [...use.crops],
      })),
      earliestHarvest: from,
      possibleAgain: sayPossibleAgain(from !== null && from > today ? from : null, language),
      canHarvestToday: permission(await whyNotHarvesting(db, villageId, plotId, today), language),
      canAsk: permission(isGrower ? null : refuse('not_the_grower'), language),
      canSeeTo: permission(seesTo, language),
      asked,
      applied: applied.map((one) => ({
        applicationId: one.applicationId,
        kind: one.kind,
        productName: one.name,
        registrationNumber: one.registrationNumber,
        crop: one.crop,
        amount: { unit: one.unit, thousandths: one.thousandths },
        preHarvestDays: one.preHarvestDays,
        harvestFrom: harvestAfter(one, lists),
        appliedAt: one.appliedAt.toISOString(),
        approvedByName: names.get(one.approvedBy) ?? null,
        photoFileId: one.photoFileId,
      })),
      harvests: (await selectHarvests(db, villageId, plotId)).map(
        ({ harvestId, on, crop, expectedGrams }) => ({ harvestId, on, crop, expectedGrams }),
      ),
      ...presentChecks(await selectChecks(db, villageId, plotId)),
    }
  })
}

function presentChecks({ tests, inspections }: Awaited<ReturnType<typeof selectChecks>>) {
  return {
    tests: tests.map((test) => ({
      testId: test.test_id,
      method: test.method,
      outcome: test.outcome,
      photoFileId: test.photo_file_id,
      testedAt: test.tested_at.toISOString(),
    })),
    inspections: inspections.map((one) => ({
      inspectionId: one.inspection_id,
      grade: one.grade,
      photoFileId: one.photo_file_id,
      inspectedAt: one.inspected_at.toISOString(),
    })),
  }
}
