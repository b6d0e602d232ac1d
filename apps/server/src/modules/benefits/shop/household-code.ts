import { createHash } from 'node:crypto'
import { PLATE_ALPHABET, PLATE_CODE_LENGTH, plateCheckCharacter } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { VillageSecret, VillageSecrets } from '../../record/index.ts'

/**
 * The code that a household shows at the counter, written as plates' codes are. It says whose goods
 * are asked for; that they may have them is for the two who hand over and sign.
 */
export function householdCode(secret: VillageSecret, householdId: string): string {
  const bytes = createHash('sha256').update(secret.hashOf('shop-code', householdId)).digest()
  const symbols = [...bytes]
    // Bytes past the last whole multiple of 31 would favour the first symbols.
    .filter((byte) => byte < 8 * PLATE_ALPHABET.length)
    .slice(0, PLATE_CODE_LENGTH - 1)
    .map((byte) => PLATE_ALPHABET[byte % PLATE_ALPHABET.length])
  const body = symbols.join('').padEnd(PLATE_CODE_LENGTH - 1, '0')
  return body + plateCheckCharacter(body)
}

/** The code of the household of who asks. */
export async function shopCode(
  { database, secrets }: { readonly database: Database; readonly secrets: VillageSecrets },
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
): Promise<string> {
  if (householdId === null) throw new Error('an office without a household has no code')
  const secret = await database.inVillage(villageId, (db) => secrets.of(db, villageId))
  return householdCode(secret, householdId)
}
