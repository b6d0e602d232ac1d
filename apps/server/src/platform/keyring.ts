import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Randomness } from './identity.ts'
import { keyedHash } from './keyed-hash.ts'

const KEY_BYTES = 32
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
}

/**
 * Reads the master key, or makes it on the first start: readable by this user only, and on disk
 * (with its folder entry) before anything is wrapped with it. All servers of one database share it.
 */
export async function loadMasterKey(path: string, randomness: Randomness): Promise<Buffer> {
  try {
    return Buffer.from((await readFile(path, 'utf8')).trim(), 'hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomness.bytes(KEY_BYTES)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${key.toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return key
}
