import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeSuite, testSigner } from '../test/node-suite.ts'
import {
  formatCheckpoint,
  formatCosignatures,
  formatPolicy,
  formatReceipt,
  formatWitnessSize,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseReceipt,
  parseSignatureLines,
  parseTilePath,
  readWitnessAnswer,
  sha256,
  signNote,
  utf8Encode,
  verifyCheckpoint,
  verifyReceipt,
  TlogError,
  type Policy,
  type Signer,
} from './index.ts'

const LOG = testSigner('example.com/log', 'ed25519')
const LOG_2 = testSigner('example.com/log', 'ml_dsa_44_cosignature')
const OTHER_LOG = testSigner('example.com/other', 'ed25519')
const [A, B, C] = ['a', 'b', 'c'].map((name) => testSigner(name, 'ed25519_cosignature')) as [
  Signer,
  Signer,
  Signer,
]
const refused = (code: string) => expect.objectContaining({ code })
const hash = sha256(utf8Encode('root'))

async function noteBy(signers: Signer[], origin = 'example.com/log', size = 5, rootHash = hash) {
  const text = formatCheckpoint({ origin, size, rootHash, extensions: [] })
  return { text, signatures: await Promise.all(signers.map((one) => signNote(one, text, 77))) }
}

const policy: Policy = {
  logs: [{ key: LOG.key }, { key: LOG_2.key }, { key: OTHER_LOG.key }],
  witnesses: [A, B, C].map(({ key }, i) => ({ name: 'ABC'.charAt(i), key })),
  groups: [{ name: 'two', threshold: 2, members: ['A', 'B', 'C'] }],
  quorum: 'two',
}

describe('a checkpoint under a policy', () => {
  it('needs the log of its origin and the quorum', async () => {
    const { checkpoint, logKey, witnesses } = await verifyCheckpoint(
      nodeSuite,
      policy,
      await noteBy([C, LOG, A]),
    )
    expect(checkpoint).toMatchObject({ origin: 'example.com/log', size: 5 })
    expect(logKey).toBe(LOG.key)
    expect(witnesses).toEqual([
      { name: 'A', key: A.key, timestampSeconds: 77 },
      { name: 'C', key: C.key, timestampSeconds: 77 },
    ])
    const byPq = await verifyCheckpoint(nodeSuite, policy, await noteBy([LOG_2, A, B]))
    expect(byPq.logKey).toBe(LOG_2.key)
  })

  it('is refused from anybody else', async () => {
    const verify = async (signers: Signer[], origin?: string) =>
      verifyCheckpoint(nodeSuite, policy, await noteBy(signers, origin))
    await expect(verify([LOG, A])).rejects.toThrow(refused('quorum_not_met'))
    await expect(verify([A, B, C])).rejects.toThrow(refused('untrusted'))
    // A log may not speak for another log of the same policy.
    await expect(verify([OTHER_LOG, A, B])).rejects.toThrow(refused('untrusted'))
    await expect(verify([LOG, A, B], 'example.com/other')).rejects.toThrow(refused('untrusted'))
    await expect(verify([LOG, A, B], 'example.com/third')).rejects.toThrow(refused('untrusted'))
  })

  it('of an empty tree has the empty root', async () => {
    const empty = sha256(new Uint8Array(0))
    await verifyCheckpoint(nodeSuite, policy, await noteBy([LOG, A, B], undefined, 0, empty))
    const wrong = await noteBy([LOG, A, B], undefined, 0, hash)
    await expect(verifyCheckpoint(nodeSuite, policy, wrong)).rejects.toThrow(refused('bad_proof'))
  })
})

describe('a policy', () => {
  it('is read back as it was written', () => {
    const written = formatPolicy(sha256, policy)
    expect(parsePolicy(sha256, written)).toEqual(policy)
    expect(formatPolicy(sha256, parsePolicy(sha256, written))).toBe(written)
    const quorumOfOne = { ...policy, groups: [], quorum: 'none' }
    expect(parsePolicy(sha256, formatPolicy(sha256, quorumOfOne))).toEqual(quorumOfOne)
  })

  it('is not written when it would not read back', () => {
    const names = ['', 'two words', 'none', 'A\n']
    for (const name of names) {
      const witnesses = [{ name, key: A.key }]
      expect(() =>
        formatPolicy(sha256, { ...policy, witnesses, groups: [], quorum: name }),
      ).toThrow(name === 'none' ? refused('malformed') : refused('malformed'))
    }
    const url = 'https://example.com/a b'
    const logs = [{ key: LOG.key, url }]
    expect(() => formatPolicy(sha256, { ...policy, logs })).toThrow(refused('malformed'))
  })

  it('may have comments in any encoding, and names of 32 of everything', () => {
    const gbk = Uint8Array.of(0x23, 0xb4, 0xe5, 0x0a, ...utf8Encode('quorum none'))
    expect(parsePolicy(sha256, gbk).quorum).toBe('none')
    const many: Policy = {
      logs: Array.from({ length: 32 }, (_, i) => ({ key: testSigner(`l${i}`, 'ed25519').key })),
      witnesses: Array.from({ length: 32 }, (_, i) => ({
        name: `w${i}`,
        key: testSigner(`w${i}`, 'ed25519_cosignature').key,
        url: `https://w${i}.example/`,
      })),
      groups: Array.from({ length: 32 }, (_, i) => ({
        name: `g${i}`,
        threshold: 1,
        members: i === 0 ? ['w0'] : [`w${i}`, `g${i - 1}`],
      })),
      quorum: 'g31',
    }
    expect(parsePolicy(sha256, formatPolicy(sha256, many))).toEqual(many)
  })
})

describe('a receipt', () => {
  it('carries at most 48,000 bytes of extra data', async () => {
    const checkpoint = await noteBy([LOG])
    const receipt = { index: 0, proof: [], checkpoint }
    const extra = new Uint8Array(48_000).fill(9)
    expect(parseReceipt(formatReceipt({ ...receipt, extra })).extra).toEqual(extra)
    for (const length of [0, 48_001]) {
      expect(() => formatReceipt({ ...receipt, extra: new Uint8Array(length) })).toThrow(
        refused('out_of_range'),
      )
    }
    const short = { ...receipt, proof: [new Uint8Array(31)] }
    expect(() => formatReceipt(short)).toThrow(refused('malformed'))
  })

  it('of the only entry has no hashes', async () => {
    const entry = utf8Encode('entry')
    const leafHash = sha256(Uint8Array.of(0, ...entry))
    const checkpoint = await noteBy([LOG, A, B], undefined, 1, leafHash)
    const receipt = parseReceipt(formatReceipt({ index: 0, proof: [], checkpoint }))
    await verifyReceipt(nodeSuite, policy, receipt, { entry })
    await verifyReceipt(nodeSuite, policy, receipt, { leafHash })
    const other = { entry: utf8Encode('other') }
    await expect(verifyReceipt(nodeSuite, policy, receipt, other)).rejects.toThrow(
      refused('bad_proof'),
    )
  })
})

describe('the answer of a witness', () => {
  const read = (status: number, body = '', contentType?: string) =>
    readWitnessAnswer({ status, contentType, body })

  it('is told by its status and content type', async () => {
    const { signatures } = await noteBy([A, B])
    const body = formatCosignatures(signatures)
    expect(read(200, body)).toEqual({ kind: 'cosigned', signatures })
    expect(parseSignatureLines(body)).toEqual(signatures)
    const size = formatWitnessSize(1234)
    expect(read(409, size, 'text/x.tlog.size')).toEqual({ kind: 'stale', size: 1234 })
    expect(read(409, size, 'Text/X.tlog.size; charset=utf-8').kind).toBe('stale')
    expect(read(409, size, 'text/plain')).toEqual({ kind: 'inconsistent' })
    expect(read(409, size)).toEqual({ kind: 'inconsistent' })
    expect(read(422)).toEqual({ kind: 'inconsistent' })
    for (const status of [400, 403, 404]) expect(read(status)).toEqual({ kind: 'refused', status })
    for (const status of [429, 500, 503]) {
      expect(read(status)).toEqual({ kind: 'unavailable', status })
    }
  })

  it('is refused when it is not what the protocol says', () => {
    for (const body of ['', '\n', 'OK\n', '— a\n']) {
      expect(() => read(200, body)).toThrow(refused('malformed'))
    }
    for (const body of ['', '12', '012\n', '12\n\n', '12\r\n']) {
      expect(() => read(409, body, 'text/x.tlog.size')).toThrow(refused('malformed'))
    }
    expect(() => formatCosignatures([])).toThrow(refused('malformed'))
  })
})

describe('every decoder', () => {
  it('refuses noise with its own error and nothing else', async () => {
    const note = await noteBy([LOG, A, B])
    const receipt = formatReceipt({ index: 3, proof: [hash, hash], checkpoint: note })
    const decoders: ((bytes: Uint8Array) => unknown)[] = [
      parseNote,
      parseReceipt,
      parseAddCheckpoint,
      (bytes) => parsePolicy(sha256, bytes),
      (bytes) => parseCheckpoint(String.fromCharCode(...bytes)),
      (bytes) => parseTilePath(String.fromCharCode(...bytes)),
    ]
    const seeds = [receipt, formatPolicy(sha256, policy), receipt.replace(/^.*\n/, 'old 3\n')]
    const damage = fc.record({
      seed: fc.constantFrom(...seeds.map(utf8Encode)),
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.boolean(),
    })
    fc.assert(
      fc.property(damage, ({ seed, at, byte, cut }) => {
        const i = at % seed.length
        const bytes = cut ? seed.slice(0, i) : seed.with(i, byte)
        for (const decode of decoders) {
          try {
            decode(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(TlogError)
          }
        }
      }),
      { seed: 4, numRuns: 300 },
    )
  })
})
