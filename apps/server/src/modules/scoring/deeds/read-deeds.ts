import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { noteAccess, readPeopleNames } from '../../community/index.ts'
import { presentName } from '../awards/present-award.ts'
import type { ScoringParts } from '../parts.ts'
import { isOwnHousehold } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readItemNames } from '../rules/item-names.ts'
import type { ContributionState } from '../tables.ts'
import { selectDeeds, type DeedRow } from './deed.store.ts'

const mark = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of recorded deeds, the longest waiting first. A look at others' is noted. */
export async function readDeeds(
  { database, clock, newId, scoring }: ScoringParts,
  actor: Actor,
  page: {
    readonly state: ContributionState
    readonly cursor?: string | undefined
    readonly limit: number
  },
  language: Language,
) {
  const { villageId } = actor
  const list = `deeds ${page.state}`
  const after = decodeCursor(list, page.cursor, mark)
  return database.inVillage(villageId, async (db) => {
    const rows = await selectDeeds(db, villageId, {
      state: page.state,
      after: after && { recordedAt: new Date(after[0]), contributionId: after[1] },
      limit: page.limit + 1,
    })
    const { shown: items, nextCursor } = cutPage(list, rows, page.limit, (last) => [
      last.recordedAt.toISOString(),
      last.contributionId,
    ])
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
        canDecide: whetherDecidable(actor, row, language),
      })),
      nextCursor,
    }
  })
}

/** Whether this person may decide the deed, and if not, why: the same sentences as the refusals. */
function whetherDecidable(actor: Actor, deed: DeedRow, language: Language) {
  const no = (code: keyof typeof refuse.table) => ({
    ok: false,
    code,
    sentence: refuse(code).sentence(language),
  })
  if (deed.state !== 'recorded') return no('deed_decided')
  if (!actor.roles.has('committee')) return no('committee_decides')
  if (deed.recordedBy === actor.personId) return no('own_record')
  if (isOwnHousehold(actor, deed)) return no('own_household_deed')
  return { ok: true, code: null, sentence: null }
}
