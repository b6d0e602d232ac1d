import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Randomness } from './identity.ts'
import { keyedHash } from './keyed-hash.ts'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Authenticated encryption (AES-256-GCM) of small values under one key; `context` is bound in. */
export function seal(key: Buffer, plain: Buffer, context: string, randomness: Randomness): Buffer {
  const nonce = randomness.bytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}

/** @throws Error when the key, the context or a single bit is another one */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(context, 'utf8'))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)
  return Buffer.concat([decipher.update(body), decipher.final()])
}

/** The server's master key: it wraps the keys of persons and villages, and never leaves the process. */
export class Keyring {
  readonly #master: Buffer
  readonly #hashKey: Buffer
  readonly #randomness: Randomness

  constructor(master: Buffer, randomness: Randomness) {
    if (master.length !== KEY_BYTES) throw new Error('the master key must have 32 bytes')
    this.#master = master
    this.#hashKey = createHmac('sha256', master).update('azalea keyed hashes').digest()
    this.#randomness = randomness
  }

  newWrappedKey(context: string): { key: Buffer; wrapped: Buffer } {
    const key = this.#randomness.bytes(KEY_BYTES)
    return { key, wrapped: seal(this.#master, key, context, this.#randomness) }
  }

  unwrap(wrapped: Buffer, context: string): Buffer {
    return unseal(this.#master, wrapped, context)
  }

  /** A keyed hash for what all villages of this server must recognise and none may read: telephones. */
  hashOf(label: string, value: string): string {
    return keyedHash(this.#hashKey, label, value)
  }

  /** By which a database recognises the key that it was sealed with. */
  checkValue(): string {
    return this.hashOf('master key', 'check')
  }
}
