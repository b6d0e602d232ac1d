import {
  PSEUDONYM_CHARACTERS,
  pseudonymPurposes,
  type Pseudonym,
  type PseudonymPurpose,
} from '@azalea/records'
import type { Db } from '../../platform/database/database.ts'
import { keyedHash } from '../../platform/keyed-hash.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { insertVillageKey, readVillageKey } from './record.store.ts'

/** A village's own secret: what is derived from it means nothing in another village. */
export interface VillageSecret {
  /** Stands for someone or something in the log; one purpose cannot be linked with another. */
  pseudonym<P extends PseudonymPurpose>(purpose: P, id: string): Pseudonym<P>
  /** A keyed hash for what must be recognised but not read: identity numbers. */
  hashOf(label: string, value: string): string
}

const PSEUDONYMS_REMEMBERED = 10_000

/** Village secrets by village, kept in memory once unwrapped: they never change. */
export class VillageSecrets {
  readonly #keyring: Keyring
  readonly #known = new Map<string, VillageSecret>()

  constructor(keyring: Keyring) {
    this.#keyring = keyring
  }

  /** Makes the village's secret; called once, when the village is founded. */
  async found(db: Db, villageId: string): Promise<void> {
    const { wrapped } = this.#keyring.newWrappedKey(secretContext(villageId))
    await insertVillageKey(db, villageId, wrapped)
  }

  /** @throws Error when the village was never founded */
  async of(db: Db, villageId: string): Promise<VillageSecret> {
    const known = this.#known.get(villageId)
    if (known) return known
    const wrapped = await readVillageKey(db, villageId)
    if (!wrapped) throw new Error(`village ${villageId} has no secret`)
    const key = this.#keyring.unwrap(wrapped, secretContext(villageId))
    const secret: VillageSecret = {
      pseudonym: rememberingPseudonyms(key),
      hashOf: (label, value) => keyedHash(key, label, value),
    }
    this.#known.set(villageId, secret)
    return secret
  }
}

/** Whether a server's key opens a village's secret; null when the village has none. */
export async function opensSecret(
  db: Db,
  keyring: Keyring,
  villageId: string,
): Promise<boolean | null> {
  const wrapped = await readVillageKey(db, villageId)
  if (!wrapped) return null
  try {
    keyring.unwrap(wrapped, secretContext(villageId))
    return true
  } catch {
    return false
  }
}

/** Most are asked for every night, when the day's statement names every household. */
function rememberingPseudonyms(villageKey: Buffer): VillageSecret['pseudonym'] {
  const known = new Map<string, string>()
  return <P extends PseudonymPurpose>(purpose: P, id: string) => {
    const key = `${purpose} ${id}`
    const kept = known.get(key)
    // What was kept was made for the purpose in its key.
    if (kept !== undefined) return kept as Pseudonym<P>
    if (known.size >= PSEUDONYMS_REMEMBERED) known.clear()
    const hash = keyedHash(villageKey, pseudonymPurposes[purpose].label, id)
    const made = hash.slice(0, PSEUDONYM_CHARACTERS)
    known.set(key, made)
    return made as Pseudonym<P>
  }
}

function secretContext(villageId: string): string {
  return `village-key ${villageId}`
}
