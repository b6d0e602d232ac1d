import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import {
  BundleBuilder,
  createVerifierKey,
  formatBundlePath,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  formatTilePath,
  signNote,
  TreeBuilder,
  utf8Encode,
  type VerifierKey,
} from '@azalea/tlog'
import { AuditError } from '../src/errors.ts'
import type { LogSource } from '../src/log-source.ts'
import { hasher, suite } from '../src/suite.ts'

const ORIGIN = 'village.example/log/330109102259'
const SEED = Buffer.alloc(32, 3)

/** A log of texts, in memory or wherever `store` puts its files. */
export class MadeLog {
  readonly #tree = new TreeBuilder(hasher)
  readonly #bundles = BundleBuilder.resume(0)
  readonly #store: (path: string, bytes: Uint8Array) => void

  readonly #operator: Operator

  constructor(store: (path: string, bytes: Uint8Array) => void, origin = ORIGIN) {
    this.#store = store
    this.#operator = operatorOf(origin)
  }

  append(leaf: string): void {
    const entry = utf8Encode(leaf)
    this.#tree.append(entry)
    this.#bundles.append(entry)
  }

  get size(): number {
    return this.#tree.size
  }

  /** Writes the tiles and a signed checkpoint; the log may grow on afterwards. */
  async publish(): Promise<void> {
    for (const tile of this.#tree.takeTiles()) this.#store(formatTilePath(tile), tile.bytes)
    for (const bundle of this.#bundles.takeBundles())
      this.#store(formatBundlePath(bundle), bundle.bytes)
    const head = { size: this.#tree.size, rootHash: this.#tree.root() }
    const { key, policy } = this.#operator
    const text = formatCheckpoint({ origin: key.name, ...head, extensions: [] })
    const signatures = [await signNote({ key, sign: signed }, text, 0)]
    this.#store('checkpoint', utf8Encode(formatNote({ text, signatures })))
    this.#store('policy', utf8Encode(policy))
  }
}

const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED])
const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
const signed = (message: Uint8Array) => sign(null, message, privateKey)

interface Operator {
  readonly key: VerifierKey
  /** Trusts that key, and asks for no witness. */
  readonly policy: string
}

/** Whoever runs a made log. */
export function operatorOf(origin: string): Operator {
  const key = createVerifierKey(suite.sha256, {
    name: origin,
    type: 'ed25519',
    publicKey: new Uint8Array(spki.subarray(12)),
  })
  const none = { witnesses: [], groups: [], quorum: 'none' } as const
  return { key, policy: formatPolicy(suite.sha256, { logs: [{ key }], ...none }) }
}

export const { policy } = operatorOf(ORIGIN)

/** Files in memory, as a log serves them. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): LogSource {
  return {
    read: async (path) => {
      const bytes = files.get(path)
      if (bytes === undefined) throw new AuditError('not_found', `${path} is not there`)
      return bytes
    },
  }
}
