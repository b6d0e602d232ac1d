import type { ApprovedList, ApprovedUse } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import type { InputTables, ListState } from '../tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

/** A list as it was proposed, and what became of it. */
export interface ListRow {
  readonly listId: string
  readonly edition: number | null
  readonly inForceFrom: string
  readonly state: ListState
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
}

export interface NewList {
  readonly listId: string
  readonly inForceFrom: string
  readonly uses: readonly ApprovedUse[]
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
}

export async function insertApprovedList(db: Db, villageId: string, list: NewList): Promise<void> {
  await tables(db)
    .insertInto('approved_list')
    .values({
      village_id: villageId,
      list_id: list.listId,
      in_force_from: list.inForceFrom,
      state: 'proposed',
      proposed_by: list.proposedBy,
      proposer_household_id: list.proposerHouseholdId,
      proposed_at: list.proposedAt,
    })
    .execute()
  const rows = list.uses.map((use, no) => ({
    village_id: villageId,
    list_id: list.listId,
    line: no + 1,
    kind: use.kind,
    name: use.name,
    registration_number: use.registrationNumber,
    substances: use.substances,
    crops: use.crops,
    unit: use.unit,
    least_per_mu: use.leastPerMu,
    most_per_mu: use.mostPerMu,
    most_uses: use.mostUses,
    pre_harvest_days: use.preHarvestDays,
    re_entry_hours: use.reEntryHours,
    is_organic: use.isOrganic,
    valid_from: use.validFrom,
    valid_to: use.validTo,
    source: use.source,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await tables(db)
      .insertInto('approved_use')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** All lists, held until the commit: which edition comes next is decided alone. */
export async function lockApprovedLists(db: Db, villageId: string): Promise<readonly ListRow[]> {
  const rows = await tables(db)
    .selectFrom('approved_list')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('list_id')
    .forUpdate()
    .execute()
  return rows.map(toList)
}

/** Proposed and published, the newest first. */
export async function selectApprovedLists(db: Db, villageId: string): Promise<readonly ListRow[]> {
  const rows = await tables(db)
    .selectFrom('approved_list')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('state', '<>', 'dropped')
    .orderBy('proposed_at', 'desc')
    .orderBy('list_id')
    .execute()
  return rows.map(toList)
}

/** Zero while none was published. */
export async function selectLastEdition(db: Db, villageId: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('approved_list')
    .select(({ fn }) => fn.max('edition').as('edition'))
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  return row?.edition ?? 0
}

/** The lines of a list in their order. */
export async function selectUses(
  db: Db,
  villageId: string,
  listId: string,
): Promise<readonly ApprovedUse[]> {
  return (await selectUsesOf(db, villageId, [listId])).get(listId) ?? []
}

/** Every published edition with its lines. */
export async function selectPublishedLists(
  db: Db,
  villageId: string,
): Promise<readonly ApprovedList[]> {
  const rows = (await selectApprovedLists(db, villageId)).filter(({ edition }) => edition !== null)
  const ids = rows.map(({ listId }) => listId)
  const uses = await selectUsesOf(db, villageId, ids)
  return rows.map(({ listId, edition, inForceFrom }) => ({
    version: edition ?? 0,
    inForceFrom,
    uses: uses.get(listId) ?? [],
  }))
}

export async function endApprovedList(
  db: Db,
  villageId: string,
  listId: string,
  how: { readonly by: string; readonly at: Date } & (
    | { readonly state: 'dropped' }
    | { readonly state: 'published'; readonly edition: number; readonly inForceFrom: string }
  ),
): Promise<void> {
  const published =
    how.state === 'published' ? { edition: how.edition, in_force_from: how.inForceFrom } : {}
  await tables(db)
    .updateTable('approved_list')
    .set({ ...published, state: how.state, ended_by: how.by, ended_at: how.at })
    .where('village_id', '=', villageId)
    .where('list_id', '=', listId)
    .execute()
}

async function selectUsesOf(
  db: Db,
  villageId: string,
  listIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ApprovedUse[]>> {
  if (listIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('approved_use')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('list_id', 'in', listIds)
    .orderBy('list_id')
    .orderBy('line')
    .execute()
  return groupUses(rows)
}

function groupUses(
  rows: readonly InputTables['approved_use'][],
): ReadonlyMap<string, readonly ApprovedUse[]> {
  const uses = new Map<string, ApprovedUse[]>()
  for (const row of rows) {
    const of = uses.get(row.list_id) ?? []
    of.push(toUse(row))
    uses.set(row.list_id, of)
  }
  return uses
}

function toList(row: InputTables['approved_list']): ListRow {
  return {
    listId: row.list_id,
    edition: row.edition,
    inForceFrom: row.in_force_from,
    state: row.state,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
  }
}

function toUse(row: InputTables['approved_use']): ApprovedUse {
  return {
    kind: row.kind,
    name: row.name,
    registrationNumber: row.registration_number,
    substances: row.substances,
    crops: row.crops,
    unit: row.unit,
    leastPerMu: row.least_per_mu,
    mostPerMu: row.most_per_mu,
    mostUses: row.most_uses,
    preHarvestDays: row.pre_harvest_days,
    reEntryHours: row.re_entry_hours,
    isOrganic: row.is_organic,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  }
}
