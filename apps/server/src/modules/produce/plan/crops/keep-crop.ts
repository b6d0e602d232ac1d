import { cropEntered } from '@azalea/records'
import { isCivilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { PlanCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import {
  lockCrops,
  readCrops,
  saveCrop,
  saveTemplate,
  type Crop,
  type TemplateTask,
} from './crop.store.ts'

export interface KeepCropInput extends Omit<Crop, 'cropId' | 'yieldPer'> {
  /** Of a crop that is changed; a new one otherwise. */
  readonly cropId?: string | undefined
  readonly tasks: readonly TemplateTask[]
}

/**
 * The company enters a crop in one variety, or changes what it knows of it. What is planned stays as
 * it was planned.
 * @throws Refusal 'unknown_crop', 'crop_name_taken', 'crop_sowing_wrong', 'crop_yield_wrong'
 */
export async function keepCrop(
  { act, secrets }: PlanCommands,
  actor: Actor,
  key: string,
  input: KeepCropInput,
): Promise<{ readonly cropId: string }> {
  const asked = {
    ...input,
    sowing: [...input.sowing],
    tasks: input.tasks.map((task) => ({ ...task })),
  }
  return act({ name: 'keep-crop', actor, key, input: asked }, async (tx) => {
    const { db, villageId } = tx
    const { tasks, cropId = tx.newId(), ...terms } = input
    requireTerms(terms)
    await lockCrops(db, villageId)
    if (input.cropId !== undefined && !(await readCrops(db, villageId, [cropId])).has(cropId))
      throw refuse('unknown_crop')
    const yieldPer = terms.kind === 'flock' ? 'head' : 'mu'
    const crop: Crop = { ...terms, cropId, yieldPer }
    if (!(await saveCrop(db, villageId, crop, { by: actor.personId, at: tx.now })))
      throw refuse('crop_name_taken', { name: crop.nameZh })
    await saveTemplate(db, villageId, cropId, tasks)
    const { daysToMaturity, harvestDays, sowing, yieldGrams, isRetired, variety } = crop
    tx.append(
      cropEntered({
        public: {
          crop: (await secrets.of(db, villageId)).pseudonym('crop', cropId),
          name: crop.nameZh,
          variety,
          daysToMaturity,
          harvestDays,
          sowing,
          yieldGrams,
          yieldPer,
          state: isRetired ? 'retired' : 'grown',
        },
        parts: [{ personId: actor.personId, payload: { cropId, enteredBy: actor.personId } }],
      }),
    )
    return { cropId }
  })
}

function requireTerms({ sowing, unit, pieceGrams }: Pick<Crop, 'sowing' | 'unit' | 'pieceGrams'>) {
  const isPaired = sowing.length >= 2 && sowing.length % 2 === 0
  if (!isPaired || !sowing.every(isOfCalendar)) throw refuse('crop_sowing_wrong')
  if ((unit === 'piece') !== (pieceGrams !== null)) throw refuse('crop_yield_wrong')
}

/** Of a year without a 29 February, which no window needs. */
function isOfCalendar(monthAndDay: number): boolean {
  const [month, day] = [Math.floor(monthAndDay / 100), monthAndDay % 100]
  return isCivilDay(`2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
