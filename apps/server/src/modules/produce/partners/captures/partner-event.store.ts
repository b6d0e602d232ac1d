import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import { portionsOf } from '../../../../platform/database/portions.ts'
import type { PartnerKind, ToldStep } from '../tables.ts'
import type { ToldEvent } from './check-capture-file.ts'

const ROWS_A_STATEMENT = 1_000

export interface KnownEvent {
  readonly eventId: string
  readonly digest: string
}

/** What a partner told before under these names. */
export async function selectKnown(
  db: Db,
  villageId: string,
  partnerId: string,
  toldIds: readonly string[],
): Promise<Map<string, KnownEvent>> {
  const { rows } = await sql<{ told_id: string; partner_event_id: string; digest: string }>`
    select told_id, partner_event_id, digest from partner_event
    where village_id = ${villageId} and partner_id = ${partnerId}
      and told_id = any(${[...toldIds]}::text[])`.execute(db)
  return new Map(
    rows.map((row) => [row.told_id, { eventId: row.partner_event_id, digest: row.digest }]),
  )
}

/** An event to be kept, with the packs that it is of. */
export interface NewEvent extends ToldEvent {
  readonly eventId: string
  readonly packs: readonly { readonly packingId: string; readonly serial: number }[]
}

export async function insertEvents(
  db: Db,
  villageId: string,
  from: { readonly partnerId: string; readonly captureId: string },
  events: readonly NewEvent[],
): Promise<void> {
  for (const some of portionsOf(events, ROWS_A_STATEMENT)) {
    await sql`
      insert into partner_event (village_id, partner_event_id, partner_id, capture_id, told_id,
        digest, happened_at, step, event, wrong_since)
      select ${villageId}, id, ${from.partnerId}::uuid, ${from.captureId}::uuid, told_id, digest,
        happened_at, step, event, wrong_since
      from unnest(${some.map(({ eventId }) => eventId)}::uuid[],
        ${some.map(({ toldId }) => toldId)}::text[], ${some.map(({ digest }) => digest)}::text[],
        ${some.map(({ happenedAt }) => happenedAt)}::timestamptz[],
        ${some.map(({ step }) => step)}::text[], ${some.map(({ event }) => event)}::text[],
        ${some.map(({ wrongSince }) => wrongSince)}::timestamptz[])
        as told (id, told_id, digest, happened_at, step, event, wrong_since)`.execute(db)
  }
  const packs = events.flatMap((event) =>
    event.packs.map((pack) => ({ ...pack, eventId: event.eventId })),
  )
  for (const some of portionsOf(packs, ROWS_A_STATEMENT)) {
    const packings = plainArray(some.map(({ packingId }) => packingId))
    const serials = plainArray(some.map(({ serial }) => serial))
    const ids = plainArray(some.map(({ eventId }) => eventId))
    await sql`
      insert into partner_event_pack (village_id, packing_id, serial, partner_event_id)
      select ${villageId}, packing_id, serial, id
      from unnest(${packings}::uuid[], ${serials}::int[], ${ids}::uuid[])
        as told (packing_id, serial, id) on conflict do nothing`.execute(db)
  }
}

/** The first declaration counts. */
export async function declareWrong(
  db: Db,
  villageId: string,
  declared: readonly { readonly eventId: string; readonly wrongSince: string }[],
): Promise<void> {
  for (const some of portionsOf(declared, ROWS_A_STATEMENT))
    await sql`
      update partner_event set wrong_since = declared.since
      from unnest(${some.map(({ eventId }) => eventId)}::uuid[],
        ${some.map(({ wrongSince }) => wrongSince)}::timestamptz[]) as declared (id, since)
      where village_id = ${villageId} and partner_event_id = declared.id
        and wrong_since is null`.execute(db)
}

/** What somebody said of a pack. */
export interface Told {
  readonly name: string
  readonly kind: PartnerKind
  readonly step: ToldStep
  readonly happenedAt: Date
  /** Of some packs of the packing: which, was not said. */
  readonly ofSome: boolean
}

const mostTold = 100

/** What partners told of a pack and did not take back, the earliest first. */
export async function selectToldOfPack(
  db: Db,
  villageId: string,
  { packingId, serial }: { readonly packingId: string; readonly serial: number },
): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select partner.name, partner.kind, told.step, told.happened_at as "happenedAt",
      of.serial = 0 as "ofSome"
    from partner_event_pack of
    join partner_event told on told.village_id = of.village_id
      and told.partner_event_id = of.partner_event_id
    join partner on partner.village_id = told.village_id and partner.partner_id = told.partner_id
    where of.village_id = ${villageId} and of.packing_id = ${packingId}::uuid
      and of.serial in (0, ${serial}) and told.step is not null and told.wrong_since is null
    order by told.happened_at, told.partner_event_id limit ${mostTold}`.execute(db)
  return rows
}

/** The latest that a partner told. */
export interface LatestEvent {
  readonly toldId: string
  readonly happenedAt: Date
  readonly step: ToldStep | null
  readonly wrongSince: Date | null
  readonly packCount: number
}

export async function selectLatestEvents(
  db: Db,
  villageId: string,
  partnerId: string,
  limit: number,
): Promise<readonly LatestEvent[]> {
  const { rows } = await sql<LatestEvent>`
    select told_id as "toldId", happened_at as "happenedAt", step, wrong_since as "wrongSince",
      (select count(*)::int from partner_event_pack of where of.village_id = told.village_id
        and of.partner_event_id = told.partner_event_id) as "packCount"
    from partner_event told where village_id = ${villageId} and partner_id = ${partnerId}
    order by partner_event_id desc limit ${limit}`.execute(db)
  return rows
}
