import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { doorOrder } from '../people/door-order.store.ts'
import { householdQuery } from '../people/household.store.ts'

export interface ExportedPerson {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly idLast4: string | null
  readonly birthYear: number | null
  readonly groupName: string
  readonly houseNo: string
  readonly isHead: boolean
}

/** Everyone who takes part, by group, door and head. */
export async function selectRosterToExport(db: Db, villageId: string): Promise<ExportedPerson[]> {
  const rows = await householdQuery(db, villageId)
    .innerJoin('person', (join) =>
      join
        .onRef('person.village_id', '=', 'household.village_id')
        .onRef('person.household_id', '=', 'household.household_id'),
    )
    .select([
      'person.person_id',
      'person.name as person_name',
      'person.phone',
      'person.id_last4',
      'person.birth_year',
    ])
    .where('person.name', 'is not', null)
    .where('person.departed_at', 'is', null)
    .orderBy('household.group_no')
    .orderBy(doorOrder)
    .orderBy('household.house_no')
    .orderBy(sql`person.person_id is distinct from household.head_person_id`)
    .orderBy('person.added_at')
    .orderBy('person.person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.person_name ?? '',
    phone: row.phone,
    idLast4: row.id_last4,
    birthYear: row.birth_year,
    groupName: row.group_name,
    houseNo: row.house_no,
    isHead: row.head_person_id === row.person_id,
  }))
}
