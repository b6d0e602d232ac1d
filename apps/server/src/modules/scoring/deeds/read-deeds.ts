import type { Actor } from '../../../platform/actor.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import type { Language } from '../../../platform/http/language.ts'
import { permission } from '../../../platform/http/permission.ts'
import { noteAccess, readKin, readPeopleNames, selectIdsByName } from '../../community/index.ts'
import { presentName } from '../awards/index.ts'
import { type ScoringParts, readItemNames } from '../rules/index.ts'
import { isOwnHousehold } from '../ground/policy.ts'
import type { ContributionState } from '../ground/tables.ts'
import { whyNotDecidable } from './deed-policy.ts'
import { deedOrders, selectDeeds } from './deed.store.ts'

/** A page of recorded deeds. A look at others' is noted. */
export async function readDeeds(
  { database, clock, newId, scoring }: ScoringParts,
  actor: Actor,
  {
    state,
    q,
    ...page
  }: Asked<'recordedAt' | 'occurredOn'> & { readonly state: ContributionState; readonly q: string },
  language: Language,
) {
  const { villageId } = actor
  const list = `deeds ${state} ${q}`
  const order = pageOrder(list, deedOrders, page)
  return database.inVillage(villageId, async (db) => {
    const personIds = q === '' ? null : await selectIdsByName(db, villageId, q)
    const found = await selectDeeds(db, villageId, { state, personIds }, order)
    const { shown: items, ...rest } = cutListed(list, page, found)
    const itemName = await readItemNames(db, scoring, villageId, items, language)
    const people = new Set(items.flatMap(({ personId, recordedBy }) => [personId, recordedBy]))
    const names = await readPeopleNames(db, villageId, [...people])
    const foreign = items.filter((row) => !isOwnHousehold(actor, row))
    const at = { db, villageId, now: clock.now(), newId }
    await noteAccess(
      at,
      actor.personId,
      foreign.map(({ personId }) => personId),
      'deeds',
    )
    const kin = await readKin(db, villageId, [actor.personId, ...people])
    const person = (personId: string) => ({
      personId,
      name: presentName(names.get(personId), language),
    })
    return {
      items: items.map((row) => ({
        contributionId: row.contributionId,
        person: person(row.personId),
        itemRef: row.itemRef,
        itemName: itemName(row),
        quantity: row.quantity,
        occurredOn: row.occurredOn,
        words: row.words,
        photoFileId: row.photoFileId,
        state: row.state,
        recordedBy: person(row.recordedBy),
        recordedAt: row.recordedAt.toISOString(),
        decisionReason: row.decisionReason,
        canDecide: permission(whyNotDecidable(actor, row, kin), language),
      })),
      ...rest,
    }
  })
}
