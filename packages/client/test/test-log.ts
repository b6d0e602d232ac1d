import type { webcrypto } from 'node:crypto'
import { hmacSha256 } from '../src/receipt/hmac.ts'
import {
  base64Encode,
  createTreeHasher,
  createVerifierKey,
  encodeEntryBundle,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  formatReceipt,
  formatTilePath,
  parseNote,
  proveInclusion,
  sha256,
  signNote,
  TILE_WIDTH,
  TreeBuilder,
  utf8Encode,
  verifyEd25519With,
  type CryptoSuite,
  type KeyType,
  type Signer,
  type TreeHead,
} from '@azalea/tlog'
import { canonicalJson } from '@azalea/text'
import type { LogPieces } from '../src/receipt/log-pieces.ts'

/** The cryptography of Node, for tests. */
export const testSuite: CryptoSuite = {
  sha256,
  verifyEd25519: verifyEd25519With(crypto.subtle),
}

export const VILLAGE = '330109102259'
const originOf = (generation: number) =>
  `test.example/log/${VILLAGE}${generation === 1 ? '' : `/${generation}`}`

export const NAMES = ['village-committee', 'agriculture-office'] as const

const hasher = createTreeHasher(sha256)

/** A log in memory with real keys, for tests: it signs and serves what it is told to, honest or not. */
export class TestLog {
  readonly policy: string
  /** Tiles as served, to be spoilt. */
  readonly tiles = new Map<string, Uint8Array>()
  /** The retired log whose tiles are served beside. */
  predecessor: TestLog | null = null
  readonly #log: Signer
  readonly #witnesses: readonly { name: string; signer: Signer }[]
  #tree = new TreeBuilder(hasher)
  #entries: string[] = []
  #head: TreeHead = { size: 0, rootHash: hasher.emptyRoot }
  #published = ''

  constructor(log: Signer, witnesses: readonly { name: string; signer: Signer }[], quorum: 1 | 2) {
    this.#log = log
    this.#witnesses = witnesses
    this.policy = formatPolicy(sha256, {
      logs: [{ key: log.key }],
      witnesses: witnesses.map(({ name, signer: { key } }) => ({ name, key })),
      groups: [{ name: 'enough', threshold: quorum, members: NAMES }],
      quorum: 'enough',
    })
  }

  /** Those entries that an honest log has at its next places. */
  append(count: number): void {
    const next = this.#entries.length
    this.#grow(Array.from({ length: count }, (_, i) => leafOf(next + i)))
  }

  /** Entries that an honest log would not have at these places. */
  appendOther(count: number): void {
    const next = 1_000_000 + this.#entries.length
    this.#grow(Array.from({ length: count }, (_, i) => leafOf(next + i)))
  }

  /** Begins as the successor of a log whose last checkpoint was this. */
  begin(previous: { origin: string; checkpoint: string }): void {
    const leaf = JSON.parse(leafOf(0)) as object
    this.#grow([JSON.stringify({ ...leaf, kind: 'log.begun', public: { previous } })])
  }

  get origin(): string {
    return this.#log.key.name
  }

  /** As if the last entries had never been. */
  forget(count: number): void {
    const left = this.#entries.slice(0, -count)
    this.#entries = []
    this.#tree = new TreeBuilder(hasher)
    this.tiles.clear()
    this.#grow(left)
  }

  /** Signs the tree as it is, with the witnesses of these names. */
  async publish(names: readonly string[] = NAMES): Promise<string> {
    const text = formatCheckpoint({ origin: this.origin, ...this.#head, extensions: [] })
    const signing = this.#witnesses.filter(({ name }) => names.includes(name))
    const signatures = await Promise.all([
      signNote(this.#log, text, 0),
      ...signing.map(({ signer }, i) => signNote(signer, text, 1_800_000_000 + i)),
    ])
    this.#published = formatNote({ text, signatures })
    return this.#published
  }

  /** The receipt of an entry under what was published last. */
  async receipt(index: number): Promise<string> {
    const { proof } = await proveInclusion(hasher, this.pieces.readTile, index, this.#head)
    const part = { part: 0, salt: base64Encode(saltOf(index)), payload: payloadOf(index) }
    const extra = utf8Encode(JSON.stringify({ v: 1, leaf: this.#entries[index], parts: [part] }))
    return formatReceipt({ index, proof, checkpoint: parseNote(this.#published), extra })
  }

  get pieces(): LogPieces {
    return {
      readPolicy: async () => this.policy,
      readCheckpoint: async () => this.#published,
      readTile: (tile) => {
        const path = formatTilePath(tile)
        const bytes =
          this.tiles.get(path) ?? this.tiles.get(formatTilePath({ ...tile, width: 256 }))
        if (bytes === undefined) throw new Error(`no ${path}`)
        return bytes
      },
      readBundle: async ({ index, width }) => {
        const entries = this.#entries.slice(index * TILE_WIDTH, index * TILE_WIDTH + width)
        return encodeEntryBundle(entries.map((entry) => utf8Encode(entry)))
      },
      ofLog: (origin) => {
        if (this.predecessor?.origin !== origin) throw new Error(`no ${origin}`)
        return this.predecessor.pieces
      },
    }
  }

  #grow(entries: readonly string[]): void {
    for (const entry of entries) this.#tree.append(utf8Encode(entry))
    this.#entries = this.#entries.concat(entries)
    for (const tile of this.#tree.takeTiles()) this.tiles.set(formatTilePath(tile), tile.bytes)
    this.#head = { size: this.#tree.size, rootHash: this.#tree.root() }
  }
}

/** A new log with two witnesses, of whom so many must cosign. */
export async function createTestLog(quorum: 1 | 2 = 1, generation = 1): Promise<TestLog> {
  const log = await createSigner(originOf(generation), 'ed25519')
  const witnesses = await Promise.all(
    NAMES.map(async (name) => ({
      name,
      signer: await createSigner(`w.example/${name}`, 'ed25519_cosignature'),
    })),
  )
  return new TestLog(log, witnesses, quorum)
}

const saltOf = (index: number) => sha256(utf8Encode(`salt ${index}`))
const payloadOf = (index: number) => JSON.stringify({ words: `第 ${index} 件` })

function leafOf(index: number): string {
  const commitment = hmacSha256(sha256, saltOf(index), utf8Encode(payloadOf(index)))
  const base64Url = base64Encode(commitment).replaceAll('+', '-').replaceAll('/', '_')
  const name = (letter: string) => letter.repeat(22)
  return canonicalJson({
    v: 1,
    village: VILLAGE,
    id: String(index).padStart(22, '0'),
    kind: 'award.final',
    at: '2026-04-02',
    public: {
      award: name('A'),
      item: 'garden-rate',
      pointsHundredths: index,
      notice: null,
      earner: name('E'),
      household: name('H'),
    },
    commitments: [base64Url.replace(/=+$/, '')],
  })
}

async function createSigner(name: string, type: KeyType): Promise<Signer> {
  const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return {
    key: createVerifierKey(sha256, { name, type, publicKey: raw }),
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new Uint8Array(message))),
  }
}
