import { residueTestEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { readGrownPlot, whyNotSeeingTo } from '../plot-grower.ts'
import { lockPlotStory } from '../plot-story.store.ts'
import type { TestMethod, TestOutcome } from '../tables.ts'
import { insertResidueTest } from './check.store.ts'
import { requirePhoto } from './require-photo.ts'

export interface EnterResidueTestInput {
  readonly plotId: string
  readonly method: TestMethod
  readonly outcome: TestOutcome
  readonly photoFileId: string
}

/**
 * What a residue test of a plot came to, with a picture of the card or the laboratory's report: a
 * failed one holds the plot until a later one is passed.
 * @throws Refusal 'unknown_plot_of_inputs', 'own_household_application', those of requirePhoto
 */
export async function enterResidueTest(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: EnterResidueTestInput,
): Promise<{ readonly testId: string }> {
  return act({ name: 'enter-residue-test', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { plotId, method, outcome, photoFileId } = input
    await lockPlotStory(db, villageId, plotId)
    const grown = await readGrownPlot(db, villageId, plotId, now)
    const bar = await whyNotSeeingTo(db, actor, grown)
    if (bar !== null) throw bar
    await requirePhoto(tx, actor.personId, photoFileId)
    const testId = tx.newId()
    const testedBy = actor.personId
    await insertResidueTest(db, {
      village_id: villageId,
      test_id: testId,
      plot_id: plotId,
      method,
      outcome,
      photo_file_id: photoFileId,
      tested_by: testedBy,
      tested_at: now,
    })
    const secret = await secrets.of(db, villageId)
    tx.append(
      residueTestEntered({
        recordId: testId,
        public: { subject: secret.pseudonym('subject', plotId), method, outcome },
        parts: [{ personId: testedBy, payload: { testId, plotId, testedBy, photoFileId } }],
      }),
    )
    return { testId }
  })
}
