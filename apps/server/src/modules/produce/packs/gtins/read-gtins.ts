import { shownGtin } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { readPeople } from '../../../community/index.ts'
import type { PackReaders } from '../parts.ts'
import { selectCompanyPrefix, selectGrownCrops, selectTradeItems } from './gtin.store.ts'

/** What GS1 lets the village call its packs, and what may be called so. */
export async function readGtins({ database }: Pick<PackReaders, 'database'>, { villageId }: Actor) {
  return database.readInVillage(villageId, async (db) => {
    const [company, items, crops] = await Promise.all([
      selectCompanyPrefix(db, villageId),
      selectTradeItems(db, villageId),
      selectGrownCrops(db, villageId),
    ])
    const people = await readPeople(
      db,
      villageId,
      [...items, ...(company === null ? [] : [company])].map(({ enteredBy }) => enteredBy),
    )
    const nameOf = (personId: string) => people.get(personId)?.name ?? null
    return {
      prefix: company && {
        prefix: company.prefix,
        enteredByName: nameOf(company.enteredBy),
        enteredAt: company.enteredAt.toISOString(),
      },
      crops: [...crops],
      items: items.map(({ tradeItemId, gtin, crop, netGrams, ...item }) => ({
        tradeItemId,
        gtin: shownGtin(gtin),
        crop,
        netGrams,
        enteredByName: nameOf(item.enteredBy),
        enteredAt: item.enteredAt.toISOString(),
        endedAt: item.endedAt?.toISOString() ?? null,
      })),
    }
  })
}
