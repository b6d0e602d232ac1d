import { createHash } from 'node:crypto'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import {
  openCode,
  proveStranger,
  readVillage,
  requirePhone,
  type Asker,
} from '../../../community/index.ts'
import type { MarketParts } from '../parts.ts'
import { MOST_CODES_A_DAY, SESSION_DAYS } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  countCodes,
  deleteSession,
  insertCodeRequest,
  insertSession,
  keepCustomer,
  selectSession,
  type Customer,
} from './customer.store.ts'

const SECRET_BYTES = 32
export const DAY_MILLISECONDS = 86_400_000

export const sessionHash = (cookie: string) => createHash('sha256').update(cookie).digest('hex')

/** Not everybody's business is a village: what is asked of one that is not there changes nothing. */
async function requireVillage(db: Db, villageId: string): Promise<void> {
  if ((await readVillage(db, villageId)) === null) throw refuse('market_not_open')
}

/**
 * Sends a code to a telephone, on a roster or not, within the limits of signing in and one more for
 * the address, whatever telephones it asks for.
 * @throws Refusal 'market_not_open', 'too_many_market_codes', those of openCode
 */
export async function requestMarketCode(
  parts: MarketParts,
  villageId: string,
  asker: Asker,
  { phone }: { readonly phone: string },
) {
  const typed = requirePhone(phone)
  await parts.database.inVillage(villageId, async (db) => {
    await requireVillage(db, villageId)
    const now = parts.clock.now()
    const since = new Date(now.getTime() - DAY_MILLISECONDS)
    if ((await countCodes(db, villageId, asker.addressHash, since)) >= MOST_CODES_A_DAY)
      throw refuse('too_many_market_codes')
    const { addressHash } = asker
    await insertCodeRequest(db, villageId, { addressHash, requestId: parts.newId(), at: now })
  })
  return openCode(parts, asker, typed, async () => true)
}

/**
 * Trades a telephone's code for a customer's session, which says nothing about the village's people.
 * @throws Refusal 'market_not_open', 'bad_phone', 'wrong_code'
 */
export async function proveCustomer(
  parts: MarketParts,
  villageId: string,
  asker: Asker,
  input: { readonly phone: string; readonly code: string },
): Promise<{ readonly cookie: string }> {
  await parts.database.inVillage(villageId, (db) => requireVillage(db, villageId))
  const { phone, phoneHash } = await proveStranger(parts, asker, input)
  const cookie = parts.randomness.bytes(SECRET_BYTES).toString('base64url')
  await parts.database.inVillage(villageId, async (db) => {
    const at = parts.clock.now()
    const seen = { customerId: parts.newId(), phoneHash, phone, at }
    const customerId = await keepCustomer(db, villageId, seen)
    const expiresAt = new Date(at.getTime() + SESSION_DAYS * DAY_MILLISECONDS)
    await insertSession(db, villageId, {
      sessionHash: sessionHash(cookie),
      customerId,
      expiresAt,
    })
  })
  return { cookie }
}

/** Who holds a customer's session; null when nobody does. */
export async function findCustomer(
  { database, clock }: Pick<MarketParts, 'database' | 'clock'>,
  villageId: string,
  cookie: string | undefined,
): Promise<Customer | null> {
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return null
  return database.inVillage(villageId, (db) =>
    selectSession(db, villageId, sessionHash(cookie), clock.now()),
  )
}

/** @throws Refusal 'customer_not_proved' */
export async function requireCustomer(
  parts: Pick<MarketParts, 'database' | 'clock'>,
  villageId: string,
  cookie: string | undefined,
): Promise<Customer> {
  const customer = await findCustomer(parts, villageId, cookie)
  if (customer === null) throw refuse('customer_not_proved')
  return customer
}

/** A customer acts in a village without any office in it. */
export function customerActor(villageId: string, { customerId }: Customer): Actor {
  return {
    villageId,
    personId: customerId,
    householdId: null,
    roles: new Set(),
    leadsGroupNo: null,
  }
}

export async function endCustomerSession(
  { database }: Pick<MarketParts, 'database'>,
  villageId: string,
  cookie: string | undefined,
): Promise<void> {
  if (cookie === undefined) return
  await database.inVillage(villageId, (db) => deleteSession(db, villageId, sessionHash(cookie)))
}
