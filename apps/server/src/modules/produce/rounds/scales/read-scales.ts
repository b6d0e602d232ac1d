import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import type { RoundParts, RoundReaders } from '../parts.ts'
import { whyNotWeighingWith } from './check-scale.ts'
import { selectLastCheck, selectScales } from './scale.store.ts'

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
