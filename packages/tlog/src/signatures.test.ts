import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nodeSuite, testSigner } from '../test/node-suite.ts'
import {
  base64Decode,
  createVerifierKey,
  formatCheckpoint,
  formatSignerSeed,
  formatVerifierKey,
  hexEncode,
  openNote,
  parseSignerSeed,
  parseVerifierKey,
  sha256,
  signNote,
  signedMessage,
  utf8Encode,
  verifyEd25519With,
  type CryptoSuite,
  type KeyType,
} from './index.ts'

const text = formatCheckpoint({
  origin: 'example.com/log',
  size: 5,
  rootHash: sha256(utf8Encode('root')),
  extensions: [],
})
const refused = (code: string) => expect.objectContaining({ code })

describe('a signature of each type', () => {
  it.each<[KeyType, number, number | undefined]>([
    ['ed25519', 64, undefined],
    ['ed25519_cosignature', 72, 1_790_000_000],
    ['ml_dsa_44_cosignature', 2428, 1_790_000_000],
  ])('%s has %d bytes and verifies', async (type, bytes, timestampSeconds) => {
    const signer = testSigner('signer.example', type)
    const signature = await signNote(signer, text, 1_790_000_000)
    expect(signature.signature).toHaveLength(bytes)
    const opened = await openNote(nodeSuite, { text, signatures: [signature] }, [signer.key])
    expect(opened.verified[0]?.timestampSeconds).toBe(timestampSeconds)
    for (const at of [0, 7, 8, bytes - 1]) {
      const changed = signature.signature.with(at, signature.signature[at]! ^ 1)
      const note = { text, signatures: [{ ...signature, signature: changed }] }
      await expect(openNote(nodeSuite, note, [signer.key])).rejects.toThrow(
        refused('bad_signature'),
      )
    }
    for (const length of [1, bytes - 1]) {
      const cut = { ...signature, signature: signature.signature.slice(0, length) }
      const note = { text, signatures: [cut] }
      await expect(openNote(nodeSuite, note, [signer.key])).rejects.toThrow(
        refused('bad_signature'),
      )
    }
  })

  it.each<[number, boolean]>([
    [253_402_300_799, true],
    [253_402_300_800, false],
    [8_640_000_000_001, false],
    [Number.MAX_SAFE_INTEGER, false],
  ])('of second %d, as calendars have it, holds: %s', async (second, holds) => {
    const signer = testSigner('signer.example', 'ed25519_cosignature')
    const opened = openNote(
      nodeSuite,
      { text, signatures: [await signNote(signer, text, second)] },
      [signer.key],
    )
    if (holds) expect((await opened).verified[0]?.timestampSeconds).toBe(second)
    else await expect(opened).rejects.toThrow(refused('bad_signature'))
  })

  it('of one type is not one of another', async () => {
    const plain = testSigner('signer.example', 'ed25519')
    const cosigner = { ...plain, key: { ...plain.key, type: 'ed25519_cosignature' as const } }
    const signature = await signNote(cosigner, text, 5)
    const bare = { ...signature, signature: signature.signature.slice(8) }
    const note = { text, signatures: [bare] }
    await expect(openNote(nodeSuite, note, [plain.key])).rejects.toThrow(refused('bad_signature'))
  })

  it('dated beyond 2^53 does not hold', async () => {
    const signer = testSigner('signer.example', 'ed25519_cosignature')
    const signature = await signNote(signer, text, 5)
    const late = { ...signature, signature: signature.signature.with(1, 0x20) }
    const note = { text, signatures: [late] }
    await expect(openNote(nodeSuite, note, [signer.key])).rejects.toThrow(refused('bad_signature'))
    await expect(signNote(signer, text, 2 ** 53)).rejects.toThrow(refused('out_of_range'))
    await expect(signNote(signer, text, 1.5)).rejects.toThrow(refused('out_of_range'))
  })

  it('is not accepted from a signer that gives another length', async () => {
    const signer = { ...testSigner('a', 'ed25519'), sign: () => new Uint8Array(63) }
    await expect(signNote(signer, text, 0)).rejects.toThrow(refused('bad_signature'))
  })
})

describe('the signed message', () => {
  it('of an Ed25519 cosignature is the dated text', () => {
    const key = { name: 'w', type: 'ed25519_cosignature' } as const
    expect(signedMessage(key, text, 17)).toEqual(utf8Encode(`cosignature/v1\ntime 17\n${text}`))
    expect(() => signedMessage(key, 'no checkpoint\n', 17)).toThrow(refused('malformed'))
  })

  it('of an ML-DSA-44 cosignature is the subtree structure', () => {
    const key = { name: 'w', type: 'ml_dsa_44_cosignature' } as const
    const root = base64Decode(text.split('\n')[2]!)
    expect(hexEncode(signedMessage(key, text, 17))).toBe(
      '737562747265652f76310a00' + // subtree/v1 LF NUL
        '0177' + // w
        '0000000000000011' +
        '0f6578616d706c652e636f6d2f6c6f67' + // example.com/log
        '0000000000000000' +
        '0000000000000005' +
        hexEncode(root),
    )
    expect(() => signedMessage(key, `${text}extension\n`, 17)).toThrow(refused('malformed'))
    const long = { ...key, name: 'w'.repeat(256) }
    expect(() => signedMessage(long, text, 17)).toThrow(refused('malformed'))
  })
})

describe('an engine', () => {
  it('with WebCrypto only verifies Ed25519', async () => {
    const suite: CryptoSuite = { sha256, verifyEd25519: verifyEd25519With(webcrypto.subtle) }
    const signer = testSigner('signer.example', 'ed25519_cosignature')
    const signature = await signNote(signer, text, 9)
    const { verified } = await openNote(suite, { text, signatures: [signature] }, [signer.key])
    expect(verified).toEqual([{ key: signer.key, timestampSeconds: 9 }])
    const changed = { text: text.replace('5', '6'), signatures: [signature] }
    await expect(openNote(suite, changed, [signer.key])).rejects.toThrow(refused('bad_signature'))
  })

  it('without ML-DSA counts ML-DSA signatures for nobody', async () => {
    const suite: CryptoSuite = { sha256, verifyEd25519: nodeSuite.verifyEd25519 }
    const pq = testSigner('pq.example', 'ml_dsa_44_cosignature')
    const ed = testSigner('ed.example', 'ed25519')
    const signatures = [await signNote(pq, text, 9), await signNote(ed, text, 9)]
    const { verified } = await openNote(suite, { text, signatures }, [pq.key, ed.key])
    expect(verified).toEqual([{ key: ed.key }])
    const pqOnly = { text, signatures: signatures.slice(0, 1) }
    await expect(openNote(suite, pqOnly, [pq.key])).rejects.toThrow(refused('untrusted'))
  })
})

describe('keys', () => {
  it('are written and read with an ID that belongs to them', () => {
    for (const type of ['ed25519', 'ed25519_cosignature', 'ml_dsa_44_cosignature'] as const) {
      const { key } = testSigner('例.example/日志', type)
      expect(parseVerifierKey(sha256, formatVerifierKey(key))).toEqual(key)
      const other = formatVerifierKey({ ...key, keyId: key.keyId ^ 1 })
      expect(() => parseVerifierKey(sha256, other)).toThrow(refused('malformed'))
    }
  })

  it('are refused when malformed or of an unknown type', () => {
    const good = formatVerifierKey(testSigner('a.example', 'ed25519').key)
    const [name, id] = good.split('+') as [string, string]
    const material = good.slice(name.length + id.length + 2)
    for (const bad of [
      '',
      name,
      `${name}+${id}`,
      `+${id}+${material}`,
      `${name}+${id.toUpperCase()}F+${material}`,
      `${name}+${id.slice(1)}+${material}`,
      `${name}+${id}+${material.slice(1)}`,
      `${name}+${id}+${material}=`,
      `${name} x+${id}+${material}`,
      `${good}\n`,
      ` ${good}`,
      `${name}+${id}+AQ==`,
    ]) {
      expect(() => parseVerifierKey(sha256, bad)).toThrow(refused('malformed'))
    }
    expect(() => parseVerifierKey(sha256, 'a+00000000+AgAA')).toThrow(refused('unsupported_key'))
    const short = { name: 'a', type: 'ed25519', publicKey: new Uint8Array(31) } as const
    expect(() => createVerifierKey(sha256, short)).toThrow(refused('malformed'))
  })

  it('have names without Unicode spaces, plus or control characters', () => {
    const publicKey = new Uint8Array(32)
    for (const name of ['', 'a b', 'a+b', 'a\u00a0', 'a\u0085', 'a\u3000', 'a\n', 'a\u0001']) {
      expect(() => createVerifierKey(sha256, { name, type: 'ed25519', publicKey })).toThrow(
        refused('malformed'),
      )
    }
    // A zero-width no-break space is no space by Unicode, whatever `trim` thinks.
    createVerifierKey(sha256, { name: 'a\ufeff', type: 'ed25519', publicKey })
  })

  it('keep their seed in the form of Go note signers', () => {
    const { key } = testSigner('a.example', 'ed25519_cosignature')
    const seed = sha256(utf8Encode('seed'))
    const written = formatSignerSeed(key, seed)
    expect(written).toMatch(/^PRIVATE\+KEY\+a\.example\+[0-9a-f]{8}\+B/)
    expect(parseSignerSeed(written)).toEqual({
      name: key.name,
      keyId: key.keyId,
      type: key.type,
      seed,
    })
    for (const bad of ['', formatVerifierKey(key), `${written}A`, written.slice(0, -4)]) {
      expect(() => parseSignerSeed(bad)).toThrow(refused('malformed'))
    }
  })
})
