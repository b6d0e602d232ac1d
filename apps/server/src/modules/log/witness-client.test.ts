import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import {
  createVerifierKey,
  formatCheckpoint,
  formatCosignatures,
  signNote,
  type KeyType,
  type Signer,
} from '@azalea/tlog'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { nodeSuite } from '../../platform/ed25519.ts'
import { askWitness, readWitnessed, type Submission } from './witness-client.ts'

function signerOf(name: string, type: KeyType): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(12))
  const key = createVerifierKey(nodeSuite.sha256, { name, type, publicKey: raw })
  return { key, sign: (message) => sign(null, message, privateKey) }
}

const rogue = signerOf('witness.example/rogue', 'ed25519_cosignature')
const log = signerOf('village.example/log', 'ed25519')
const rootHash = nodeSuite.sha256(new Uint8Array())
const text = formatCheckpoint({ origin: log.key.name, size: 0, rootHash, extensions: [] })
let submission: Submission

beforeAll(async () => {
  const checkpoint = { text, signatures: [await signNote(log, text, 0)] }
  submission = { oldSize: 0, proof: [], checkpoint }
})

async function witnessThat(answers: RequestListener) {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { name: 'rogue', key: rogue.key, url: `http://127.0.0.1:${port}` }
}

it('takes no time from a witness that no calendar has', async () => {
  const cosignedAt = (seconds: number) =>
    witnessThat((_request, response) => {
      const line = signNote(rogue, text, seconds).then((signature) =>
        formatCosignatures([signature]),
      )
      void line.then((told) => response.end(told))
    })
  expect(await askWitness(await cosignedAt(1_790_000_000), submission)).toMatchObject({
    kind: 'cosigned',
  })
  expect(await askWitness(await cosignedAt(8_640_000_000_001), submission)).toEqual({
    kind: 'absent',
    why: expect.stringContaining('bad_signature'),
  })
})

it('is sent nowhere else by a witness', async () => {
  let asked = 0
  const inside = await witnessThat((_request, response) => {
    asked += 1
    response.end('secret')
  })
  for (const status of [301, 302, 307, 308]) {
    const witness = await witnessThat((_request, response) => {
      response.writeHead(status, { location: inside.url }).end()
    })
    expect(await askWitness(witness, submission)).toMatchObject({ kind: 'absent' })
    expect(await readWitnessed(witness, log.key)).toBeNull()
  }
  expect(asked).toBe(0)
})

it('takes no more from a witness than an answer has', async () => {
  let unpacked = 0
  const endless = await witnessThat((_request, response) => {
    const part = Buffer.alloc(65_536, 'a')
    const pour = () => {
      unpacked += part.length
      if (!response.destroyed) response.write(part, pour)
    }
    pour()
  })
  const bomb = gzipSync(Buffer.alloc(64 << 20))
  const packed = await witnessThat((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  for (const witness of [endless, packed]) {
    expect(await askWitness(witness, submission)).toEqual({
      kind: 'absent',
      why: 'it answered more than 262144 bytes',
    })
    expect(await readWitnessed(witness, log.key)).toBeNull()
  }
  expect(unpacked).toBeLessThan(64 << 20)
})
