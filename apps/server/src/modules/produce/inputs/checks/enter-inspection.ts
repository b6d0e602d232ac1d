import { inspectionEntered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { readGrownPlot, whyNotSeeingTo } from '../plot-grower.ts'
import type { InspectionGrade } from '../tables.ts'
import { insertInspection } from './check.store.ts'
import { requirePhoto } from './require-photo.ts'

/** Each from 1, much amiss, to 3, nothing amiss. */
export interface InspectionForm {
  readonly pests: number
  readonly weeds: number
  readonly litter: number
}

export interface EnterInspectionInput extends InspectionForm {
  readonly plotId: string
  readonly photoFileId: string
}

/**
 * What a technician saw of a plot, by a form, with a photo. The grade follows from the form.
 * @throws Refusal 'unknown_plot_of_inputs', 'own_household_application', those of requirePhoto
 */
export async function enterInspection(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: EnterInspectionInput,
): Promise<{ readonly grade: InspectionGrade }> {
  return act({ name: 'enter-inspection', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { plotId, pests, weeds, litter, photoFileId } = input
    const grown = await readGrownPlot(db, villageId, plotId, now)
    const bar = await whyNotSeeingTo(db, actor, grown)
    if (bar !== null) throw bar
    await requirePhoto(tx, actor.personId, photoFileId)
    const grade = gradeOf(input)
    const inspectionId = tx.newId()
    const inspectedBy = actor.personId
    await insertInspection(db, {
      village_id: villageId,
      inspection_id: inspectionId,
      plot_id: plotId,
      pests,
      weeds,
      litter,
      grade,
      photo_file_id: photoFileId,
      inspected_by: inspectedBy,
      inspected_at: now,
    })
    const secret = await secrets.of(db, villageId)
    tx.append(
      inspectionEntered({
        recordId: inspectionId,
        public: { subject: secret.pseudonym('subject', plotId), grade },
        parts: [
          { personId: inspectedBy, payload: { inspectionId, plotId, inspectedBy, photoFileId } },
        ],
      }),
    )
    return { grade }
  })
}

/** As good as its worst part. */
export function gradeOf({ pests, weeds, litter }: InspectionForm): InspectionGrade {
  const worst = Math.min(pests, weeds, litter)
  if (worst >= 3) return 'good'
  return worst === 2 ? 'fair' : 'poor'
}
