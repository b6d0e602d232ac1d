import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { leadsNowhere, readPublicAddress } from '../../../platform/public-address.ts'
import type { Act } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { readVillage, updatePublicUrl } from './village.store.ts'

/**
 * Where a telephone that is not this computer reaches the village: what the server's settings name
 * (`serverUrl`), else what was said at set-up. Null: nobody has said it, and no code may be printed.
 */
export function publicUrlOf(serverUrl: string, said: string | null): string | null {
  return leadsNowhere(serverUrl) ? said : serverUrl
}

/** The same for a village whose row is not at hand. */
export async function readPublicUrl(
  db: Db,
  villageId: string,
  serverUrl: string,
): Promise<string | null> {
  if (!leadsNowhere(serverUrl)) return serverUrl
  return (await readVillage(db, villageId))?.publicUrl ?? null
}

/** @throws Refusal 'bad_public_url' for what is no address, or leads from a telephone nowhere */
export function requirePublicUrl(typed: string): string {
  const address = readPublicAddress(typed)
  if (address === null || leadsNowhere(address)) throw refuse('bad_public_url')
  return address
}

/**
 * The operator says where people reach the village.
 * @throws Refusal 'bad_public_url'
 */
export async function sayPublicUrl(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  typed: string,
): Promise<{ publicUrl: string }> {
  const publicUrl = requirePublicUrl(typed)
  return act({ name: 'say-public-url', actor, key, input: { publicUrl } }, async (tx) => {
    await updatePublicUrl(tx.db, tx.villageId, publicUrl)
    return { publicUrl }
  })
}
