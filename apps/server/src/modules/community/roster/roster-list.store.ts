import { compactText, nameKey, phoneDigits, readPhone } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  byName,
  countOnce,
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import { doorOrder } from '../people/door-order.store.ts'
import { householdQuery, toBrief, type HouseholdBrief } from '../people/household.store.ts'
import { nameKeyColumn } from '../people/person.store.ts'
import type { CommunityTables, Departure } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface HouseholdListed extends HouseholdBrief {
  readonly hasHead: boolean
  readonly people: number
}

const peopleCount = sql<number>`(
  select count(*) from person where person.village_id = household.village_id
    and person.household_id = household.household_id
    and person.erased_at is null and person.departed_at is null
)`
const door = [
  term('bigint', sql`household.group_no`),
  term('text', doorOrder),
  term('text', sql`household.house_no`),
]

export const householdOrders = {
  by: {
    door,
    name: [byName(sql`head.name`), ...door],
    people: [term('bigint', peopleCount), ...door],
    joined: [term('bigint', sql`(household.joined_at is not null)::int`), ...door],
  },
  tie: term('uuid', sql`household.household_id`),
} satisfies ListOrders<string>

/** Households in an order; `search` is in the door or a name. */
export async function selectHouseholds(
  db: Db,
  villageId: string,
  filter: {
    readonly groupNo: number | null
    readonly search: string
    readonly joined: boolean | null
  },
  order: PageOrder,
): Promise<Listed<HouseholdListed>> {
  let query = householdQuery(db, villageId).select(peopleCount.as('people'))
  // The office is nobody's home: it is shown only while somebody is entered nowhere else.
  query = query.where(
    sql<boolean>`(not household.is_office or exists (
      select from person where person.village_id = household.village_id
        and person.household_id = household.household_id
        and person.erased_at is null and person.departed_at is null
    ))`,
  )
  const { groupNo, search, joined } = filter
  if (groupNo !== null) query = query.where('household.group_no', '=', groupNo)
  if (joined !== null) query = query.where('household.joined_at', joined ? 'is not' : 'is', null)
  if (search !== '')
    query = query.where(
      sql<boolean>`(household.house_no like ${pattern(compactText(search))} or exists (
        select from person where person.village_id = household.village_id
          and person.household_id = household.household_id and person.departed_at is null
          and ${nameKeyColumn} like ${pattern(nameKey(search))}
      ))`,
    )
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({
      ...toBrief(row),
      hasHead: row.head_person_id !== null,
      people: row.people,
      mark: row.mark,
    })),
    total: await countOnce(query, order),
  }
}

export interface PersonListed {
  readonly personId: string
  readonly name: string
  readonly householdId: string
  readonly houseNo: string
  readonly groupNo: number
  /** Whether the household takes part. */
  readonly joined: boolean
}

/** What is looked for: a piece of a name, or a telephone, which is never found by a piece of it. */
export type PeopleSearch =
  | { readonly by: 'name'; readonly piece: string }
  /** Signs that are in no name. */
  | { readonly by: 'nothing' }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'last_four'; readonly digits: string }

/**
 * Reads what was typed: a whole telephone, exactly its last four digits, or a piece of a name. Other
 * digits are in nobody's name: a masked telephone cannot be completed digit by digit.
 */
export function readPeopleSearch(typed: string): PeopleSearch {
  const phone = readPhone(typed)
  if (phone !== null) return { by: 'phone', phone }
  const digits = phoneDigits(typed)
  if (digits?.length === 4) return { by: 'last_four', digits }
  const piece = nameKey(typed)
  return piece === '' && typed !== '' ? { by: 'nothing' } : { by: 'name', piece }
}

export const peopleOrders = {
  by: {
    name: [byName(sql`person.name`)],
    door: [...door, byName(sql`person.name`)],
  },
  tie: term('uuid', sql`person.person_id`),
} satisfies ListOrders<string>

/** People who take part, in an order; of one group, or of all (null). */
export async function selectPeople(
  db: Db,
  villageId: string,
  { search, groupNo }: { readonly search: PeopleSearch; readonly groupNo: number | null },
  order: PageOrder,
): Promise<Listed<PersonListed>> {
  if (search.by === 'nothing') return { rows: [], total: order.after === null ? 0 : null }
  let query = tables(db)
    .selectFrom('person')
    .innerJoin('household', (join) =>
      join
        .onRef('household.village_id', '=', 'person.village_id')
        .onRef('household.household_id', '=', 'person.household_id'),
    )
    .select([
      'person.person_id',
      'person.name',
      'household.household_id',
      'household.house_no',
      'household.group_no',
      'household.joined_at',
    ])
    .where('person.village_id', '=', villageId)
    .where('person.name', 'is not', null)
    .where('person.departed_at', 'is', null)
  if (groupNo !== null) query = query.where('household.group_no', '=', groupNo)
  if (search.by === 'phone') query = query.where('person.phone', '=', search.phone)
  if (search.by === 'last_four')
    query = query.where(sql<boolean>`right(person.phone, 4) = ${search.digits}`)
  if (search.by === 'name' && search.piece !== '')
    query = query.where(nameKeyColumn, 'like', pattern(search.piece))
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({
      personId: row.person_id,
      name: row.name ?? '',
      householdId: row.household_id,
      houseNo: row.house_no,
      groupNo: row.group_no,
      joined: row.joined_at !== null,
      mark: row.mark,
    })),
    total: await countOnce(query, order),
  }
}

export interface HouseholdMember {
  readonly personId: string
  readonly name: string | null
  readonly phone: string | null
  readonly idLast4: string | null
  readonly birthYear: number | null
  readonly departedAs: Departure | null
}

/** Everyone of a household, the departed and the erased (without a name) too: what they earned stays. */
export async function selectMembers(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<HouseholdMember[]> {
  const rows = await tables(db)
    .selectFrom('person')
    .select(['person_id', 'name', 'phone', 'id_last4', 'birth_year', 'departed_as'])
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .orderBy('added_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    phone: row.phone,
    idLast4: row.id_last4,
    birthYear: row.birth_year,
    departedAs: row.departed_as,
  }))
}

/** For LIKE, with its own signs taken literally. */
function pattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
