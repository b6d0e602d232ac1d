import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { RoundParts, RoundReaders } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { whyNotWeighingWith } from './check-scale.ts'
import { readSerialScale } from './read-serial-scale.ts'
import { selectLastCheck, selectScale, selectScales } from './scale.store.ts'

/** The village's scales, with their last checks, and the lines that one could have. */
export async function readScales(
  { database, clock, scaleLines }: RoundReaders & Pick<RoundParts, 'scaleLines'>,
  { villageId }: Actor,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const items = []
    for (const scale of await selectScales(db, villageId)) {
      const { scaleId } = scale
      const last = await selectLastCheck(db, villageId, scaleId)
      const why = await whyNotWeighingWith(db, villageId, scaleId, clock.now())
      items.push({
        ...scale,
        lastCheck: last && {
          testGrams: last.testGrams,
          readGrams: last.readGrams,
          outcome: last.outcome,
          checkedAt: last.checkedAt.toISOString(),
        },
        canWeigh: permission(why, language),
      })
    }
    return { items, lines: [...(scaleLines?.get(villageId)?.keys() ?? [])] }
  })
}

/**
 * What a scale on a serial line weighs at this moment.
 * @throws Refusal 'unknown_scale', 'scale_speaks_otherwise', 'unknown_scale_line', those of readSerialScale
 */
export async function readWeight(
  { database, scaleLines }: RoundReaders & Pick<RoundParts, 'scaleLines'>,
  { villageId }: Actor,
  scaleId: string,
): Promise<{ readonly grams: number }> {
  const scale = await database.inVillage(villageId, (db) => selectScale(db, villageId, scaleId))
  if (scale === null) throw refuse('unknown_scale')
  if (scale.line === null) throw refuse('scale_speaks_otherwise')
  const line = scaleLines?.get(villageId)?.get(scale.line)
  if (line === undefined) throw refuse('unknown_scale_line')
  return { grams: await readSerialScale(line) }
}
