import { timingSafeEqual } from 'node:crypto'
import type { VillageSecret } from './village-secret.ts'

/** A key that something outside the village holds. It names its village and its holder, so that nothing is searched for. */
export interface OutsideKey {
  readonly villageId: string
  readonly code: string
  readonly proof: string
}

/** Who holds one: a later number makes all earlier keys worthless. */
export interface KeyHolder {
  readonly holderId: string
  readonly code: string
  readonly keyNo: number
}

export const outsideKeyPattern = /^(\d{12})\.([0-9a-z]{8})\.([\w-]{43})$/

const CODE_SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's 32: none is taken for another
const CODE_LENGTH = 8

/** What a holder is called in its key. */
export function makeHolderCode(bytes: (count: number) => Uint8Array): string {
  return [...bytes(CODE_LENGTH)].map((byte) => CODE_SYMBOLS[byte % CODE_SYMBOLS.length]).join('')
}

export function readOutsideKey(written: string): OutsideKey | null {
  const [, villageId, code, proof] = outsideKeyPattern.exec(written) ?? []
  if (villageId === undefined || code === undefined || proof === undefined) return null
  return { villageId, code, proof }
}

/**
 * Keys of one purpose (its label must never change). They follow from the village's secret, so that
 * the database holds none: not even its answers' replays.
 */
export function outsideKeys(label: string) {
  const proofOf = (secret: VillageSecret, { holderId, keyNo }: KeyHolder) =>
    secret.hashOf(label, `${holderId} ${keyNo}`)
  return {
    write: (secret: VillageSecret, villageId: string, holder: KeyHolder): string =>
      `${villageId}.${holder.code}.${proofOf(secret, holder)}`,
    isOf: (secret: VillageSecret, holder: KeyHolder, { proof }: OutsideKey): boolean => {
      const right = Buffer.from(proofOf(secret, holder))
      const given = Buffer.from(proof)
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}
