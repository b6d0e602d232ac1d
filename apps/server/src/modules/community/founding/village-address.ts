import { villagePublicUrlSaid } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { hasScheme, leadsNowhere, readPublicAddress } from '../../../platform/public-address.ts'
import type { Act, Tx } from '../../record/index.ts'
import { sendMessages } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { readHoldersOf } from '../roles/role.store.ts'
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

/**
 * @throws Refusal 'public_url_without_scheme', 'bad_public_url' for what is no address, or leads
 *   from a telephone nowhere
 */
export function requirePublicUrl(typed: string): string {
  if (!hasScheme(typed)) throw refuse('public_url_without_scheme')
  const address = readPublicAddress(typed)
  if (address === null || leadsNowhere(address)) throw refuse('bad_public_url')
  return address
}

/** Puts into the village's log where its plates lead from now on, and who said so. */
export function appendPublicUrl(tx: Tx, publicUrl: string, saidBy: string | null): void {
  const parts = saidBy === null ? [] : [{ personId: saidBy, payload: { saidBy } }]
  tx.append(villagePublicUrlSaid({ public: { publicUrl }, parts }))
}

/**
 * The operator says where people reach the village. All its plates lead there: the change is
 * recorded, and the committee and the supervisors are told. What was said before changes nothing.
 * @throws Refusal 'public_url_without_scheme', 'bad_public_url'
 */
export async function sayPublicUrl(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly publicUrl: string },
): Promise<{ publicUrl: string }> {
  const publicUrl = requirePublicUrl(input.publicUrl)
  return act({ name: 'say-public-url', actor, key, input: { publicUrl } }, async (tx) => {
    if (!(await updatePublicUrl(tx.db, tx.villageId, publicUrl))) return { publicUrl }
    appendPublicUrl(tx, publicUrl, actor.personId)
    const holders = await readHoldersOf(tx.db, tx.villageId, ['committee', 'supervisor'])
    const told = holders.filter((personId) => personId !== actor.personId)
    const message = { kind: 'village.public_url_said', params: { publicUrl } }
    await sendMessages(
      tx,
      told.map((personId) => ({ personId, ...message })),
    )
    return { publicUrl }
  })
}
