import { listInForce } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { permission } from '../../../../platform/http/permission.ts'
import {
  communityRefusals,
  readPeopleNames,
  readSecondPersons,
  readVillage,
} from '../../../community/index.ts'
import type { Readers } from '../parts.ts'
import { listOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  selectApprovedLists,
  selectPublishedLists,
  selectUses,
  type ListRow,
} from './approved-list.store.ts'

/** The list in force today, for anybody. @throws Refusal 'unknown_village' */
export async function readListInForce({ database, clock }: Readers, villageId: string) {
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const list = listInForce(await selectPublishedLists(db, villageId), civilDay(clock.now()))
    return {
      villageName: village.name,
      edition: list?.version ?? null,
      inForceFrom: list?.inForceFrom ?? null,
      uses: present(list?.uses ?? []),
    }
  })
}

/** Proposed and published lists, the newest first. */
export async function readApprovedLists({ database }: Readers, actor: Actor, language: Language) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const rows = await selectApprovedLists(db, villageId)
    const proposers = rows.map(({ proposedBy }) => proposedBy)
    const names = await readPeopleNames(db, villageId, proposers)
    const items = []
    for (const row of rows)
      items.push({
        listId: row.listId,
        edition: row.edition,
        state: row.state,
        inForceFrom: row.edition === null ? null : row.inForceFrom,
        proposedByName: names.get(row.proposedBy) ?? null,
        proposedAt: row.proposedAt.toISOString(),
        canConfirm: permission(await whyNotConfirming(db, actor, row), language),
      })
    return { items }
  })
}

/** The lines of a list that is proposed or was published. @throws Refusal 'unknown_approved_list' */
export async function readApprovedList(
  { database }: Readers,
  { villageId }: Actor,
  listId: string,
) {
  return database.inVillage(villageId, async (db) => {
    const uses = await selectUses(db, villageId, listId)
    if (uses.length === 0) throw refuse('unknown_approved_list')
    return { uses: present(uses) }
  })
}

type Uses = Awaited<ReturnType<typeof selectUses>>

function present(uses: Uses) {
  return uses.map((use) => ({ ...use, substances: [...use.substances], crops: [...use.crops] }))
}

async function whyNotConfirming(db: Db, actor: Actor, list: ListRow) {
  if (list.state !== 'proposed') return null
  const ids = [list.proposedBy, actor.personId]
  const judge = await readSecondPersons(db, actor.villageId, listOffices, ids)
  const code = judge(list, actor.personId)
  return code === null ? null : communityRefusals(code)
}
