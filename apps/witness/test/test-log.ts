import {
  TreeBuilder,
  createTreeHasher,
  createVerifierKey,
  formatAddCheckpoint,
  formatCheckpoint,
  formatTilePath,
  formatVerifierKey,
  proveConsistency,
  signNote,
  utf8Encode,
  type Signer,
  type TileReader,
  type TreeHead,
} from '@azalea/tlog'
import { ed25519FromSeed, nodeSuite } from '../src/ed25519.ts'

const hasher = createTreeHasher(nodeSuite.sha256)

export function testSigner(name: string): Signer {
  const { publicKey, sign } = ed25519FromSeed(nodeSuite.sha256(utf8Encode(`test key ${name}`)))
  return { key: createVerifierKey(nodeSuite.sha256, { name, type: 'ed25519', publicKey }), sign }
}

/** A log in memory that can prove any step, and another one that shares its first entries. */
export class TestLog {
  readonly signer: Signer
  readonly vkey: string
  readonly #heads: TreeHead[] = [{ size: 0, rootHash: hasher.emptyRoot }]
  readonly #tiles = new Map<string, Uint8Array>()
  readonly #builder = new TreeBuilder(hasher)

  constructor(
    readonly origin: string,
    size: number,
    readonly forkAt = Infinity,
  ) {
    this.signer = testSigner(origin)
    this.vkey = formatVerifierKey(this.signer.key)
    for (let i = 0; i < size; i++) {
      this.#builder.append(utf8Encode(i < forkAt ? `entry ${i}` : `other entry ${i}`))
      for (const tile of this.#builder.takeTiles())
        this.#tiles.set(formatTilePath(tile), tile.bytes)
      this.#heads.push({ size: i + 1, rootHash: this.#builder.root() })
    }
  }

  head(size: number): TreeHead {
    const head = this.#heads[size]
    if (head === undefined) throw new Error(`the log has no size ${size}`)
    return head
  }

  readonly #readTile: TileReader = (tile) => {
    const bytes = this.#tiles.get(formatTilePath(tile))
    if (bytes === undefined) throw new Error(`no ${formatTilePath(tile)}`)
    return bytes
  }

  async note(size: number, signers = [this.signer], rootHash = this.head(size).rootHash) {
    const text = formatCheckpoint({ origin: this.origin, size, rootHash, extensions: [] })
    return { text, signatures: await Promise.all(signers.map((one) => signNote(one, text, 0))) }
  }

  /** A truthful request from one size to another. */
  async request(oldSize: number, size: number): Promise<string> {
    const proof =
      oldSize > size
        ? []
        : await proveConsistency(hasher, this.#readTile, this.head(oldSize), this.head(size))
    return formatAddCheckpoint({ oldSize, proof, checkpoint: await this.note(size) })
  }
}
