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

  constructor(store: (path: string, bytes: Uint8Array) => void) {
    this.#store = store
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
    const text = formatCheckpoint({ origin: ORIGIN, ...head, extensions: [] })
    const signatures = [await signNote(signer, text, 0)]
    this.#store('checkpoint', utf8Encode(formatNote({ text, signatures })))
    this.#store('policy', utf8Encode(policy))
  }
}

const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED])
const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
const key = createVerifierKey(suite.sha256, {
  name: ORIGIN,
  type: 'ed25519',
  publicKey: new Uint8Array(spki.subarray(12)),
})
const signer = { key, sign: (message: Uint8Array) => sign(null, message, privateKey) }

/** Trusts the made log's key, and asks for no witness. */
export const policy = formatPolicy(suite.sha256, {
  logs: [{ key }],
  witnesses: [],
  groups: [],
  quorum: 'none',
})

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
