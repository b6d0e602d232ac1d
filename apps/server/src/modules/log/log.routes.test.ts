import {
  checkEveryTile,
  createTreeHasher,
  decodeEntryBundle,
  formatTilePath,
  newBundles,
  formatBundlePath,
  parsePolicy,
  parseReceipt,
  verifyCheckpoint,
  verifyReceipt,
} from '@azalea/tlog'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScoringVillage, score, watchHour } from '../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { nodeSuite } from '../../platform/ed25519.ts'
import { commitmentTo } from '../record/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { noWitnesses } from './policy.ts'
import { readPaperReceipts } from './read-receipt.ts'
import { Sequencer } from './sequencer.ts'

let test: TestServer
let guard: TestPerson
let awardId: string
let sequencer: Sequencer

const at = (path: string) => test.http.inject({ url: `/log/${VILLAGE}/${path}` })
const get = (person: TestPerson | null, url: string) => call(test, person, 'GET', url)
const codeOf = async (answer: ReturnType<typeof get>) => (await answer).json().code
const publishAll = async () => {
  while ((await sequencer.tick()) !== 'idle');
}

beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
  guard = await addPerson(test)
  const parts = {
    ...test,
    ...test.server,
    publicUrl: 'http://localhost:8080',
    witnesses: () => noWitnesses,
    onFault: (fault: unknown) => {
      throw fault
    },
  }
  sequencer = new Sequencer(parts, VILLAGE)
  expect(await codeOf(get(null, `/api/villages/${VILLAGE}/log`))).toBe('no_log')
  await sequencer.tick()
  await publishAll()
  ;({ awardId } = await score(test, guard, { ...watchHour, leaderScore: 4 }))
})
afterAll(() => test.close())

describe('before the next batch', () => {
  it('an award waits; it is late once older than the merge delay', async () => {
    const place = async () => (await get(guard, `/api/awards/${awardId}/log-place`)).json()
    expect(await place()).toMatchObject({ state: 'waiting', index: null, since: null })
    expect(await codeOf(get(guard, `/api/awards/${awardId}/receipt`))).toBe('not_in_log_yet')
    test.clock.advanceMinutes(11)
    expect(await place()).toMatchObject({ state: 'late' })
    await publishAll()
    expect(await place()).toMatchObject({ state: 'in_log', since: test.clock.now().toISOString() })
  })
})

describe('the log as strangers read it', () => {
  it('verifies from its own addresses alone', async () => {
    const policy = parsePolicy(nodeSuite.sha256, (await at('policy')).body)
    expect(policy.logs[0]?.url).toBe(`http://localhost:8080/log/${VILLAGE}`)
    const { checkpoint } = await verifyCheckpoint(nodeSuite, policy, (await at('checkpoint')).body)
    // Named for the village: nobody had said where people reach it when the log began.
    expect(checkpoint.origin).toBe(`${VILLAGE}.invalid/log/${VILLAGE}`)
    expect((await at('vkey')).body).toContain(`${checkpoint.origin}+`)
    const read = async (path: string) => new Uint8Array((await at(path)).rawPayload)
    const hasher = createTreeHasher(nodeSuite.sha256)
    await checkEveryTile(hasher, (tile) => read(formatTilePath(tile)), checkpoint)
    const leaves: string[] = []
    for (const bundle of newBundles(0, checkpoint.size))
      for (const entry of decodeEntryBundle(await read(formatBundlePath(bundle)), bundle.width))
        leaves.push(JSON.parse(Buffer.from(entry).toString()).kind)
    expect(leaves).toContain('award.scored')
    expect(leaves).toHaveLength(checkpoint.size)
  })

  it('has the types and lifetimes that caches need', async () => {
    const headers = async (path: string) => {
      const { headers: all } = await at(path)
      return [all['content-type'], all['cache-control'], all['access-control-allow-origin']]
    }
    const text = 'text/plain; charset=utf-8'
    expect(await headers('checkpoint')).toEqual([text, 'public, max-age=2', '*'])
    const forEver = 'public, max-age=31536000, immutable'
    expect(await headers('tile/0/000.p/1')).toEqual(['application/octet-stream', forEver, '*'])
    expect(await headers('tile/entries/000.p/2')).toEqual([
      'application/octet-stream',
      forEver,
      '*',
    ])
    expect((await headers('vkey'))[0]).toBe(text)
    expect((await headers('policy'))[0]).toBe(text)
  })

  it('compresses entries for who takes it, and gives the same bytes', async () => {
    const path = `/log/${VILLAGE}/tile/entries/000.p/2`
    const asked = (accept: string) =>
      test.http.inject({ url: path, headers: { 'accept-encoding': accept } })
    const plain = (await at('tile/entries/000.p/2')).rawPayload
    const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [coding, unpack] of Object.entries(unpacked)) {
      const { headers, rawPayload } = await asked(`deflate, ${coding}`)
      expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' })
      expect(unpack(rawPayload).equals(plain)).toBe(true)
      expect(rawPayload.length).toBeLessThan(plain.length)
    }
    for (const accept of ['identity', 'br;q=0, gzip;q=0.0'])
      expect((await asked(accept)).headers['content-encoding']).toBeUndefined()
    const tile = { url: `/log/${VILLAGE}/tile/0/000.p/2`, headers: { 'accept-encoding': 'br' } }
    expect((await test.http.inject(tile)).headers['content-encoding']).toBeUndefined()
  })

  it('answers 404 with a problem to what is not there', async () => {
    const paths = [
      'tile/0/001',
      'tile/0/000',
      'tile/0/1',
      'tile/7/000.p/1',
      'tile/entries/000.p/256',
    ]
    for (const path of [...paths, '2/checkpoint', 'nothing'])
      expect((await at(path)).statusCode, path).toBe(404)
    const village = async (id: string) => test.http.inject({ url: `/log/${id}/checkpoint` })
    for (const id of [OTHER_VILLAGE, '123', '000000000000']) {
      const answer = await village(id)
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  })

  it('tells how it is doing', async () => {
    expect((await get(null, `/api/villages/${VILLAGE}/log`)).json()).toMatchObject({
      origin: `${VILLAGE}.invalid/log/${VILLAGE}`,
      path: `/log/${VILLAGE}`,
      published: { size: expect.any(Number) },
      witnesses: [],
      witnessesNeeded: 0,
      alarm: null,
    })
    const operator = await addPerson(test, { roles: ['operator'] })
    expect((await get(operator, '/api/workbench/log')).json()).toMatchObject({ alarmDetail: null })
  })
})

describe('a receipt', () => {
  const policy = async () => parsePolicy(nodeSuite.sha256, (await at('policy')).body)

  it('proves one’s award to anybody, with what only its person can open', async () => {
    const answer = await get(guard, `/api/awards/${awardId}/receipt`)
    expect(answer.headers['content-disposition']).toContain('.tlog-proof"')
    const receipt = parseReceipt(answer.body)
    const extra = JSON.parse(Buffer.from(receipt.extra ?? []).toString())
    const entry = Buffer.from(extra.leaf)
    await verifyReceipt(nodeSuite, await policy(), receipt, { entry })
    const leaf = JSON.parse(extra.leaf)
    expect(leaf.kind).toBe('award.scored')
    for (const { part, salt, payload } of extra.parts)
      expect(leaf.commitments[part]).toBe(
        commitmentTo(Buffer.from(payload), Buffer.from(salt, 'base64')),
      )
    expect(extra.parts).toHaveLength(1)
  })

  it('is there for every record about me, and for nobody else', async () => {
    const { items } = (await get(guard, '/api/me/records')).json()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'award.scored', state: 'in_log' })
    const url = `/api/me/records/${items[0].recordId}/receipt`
    const [mine, award] = [
      await get(guard, url),
      await get(guard, `/api/awards/${awardId}/receipt`),
    ]
    expect(mine.body).toBe(award.body)

    const stranger = await addPerson(test)
    expect(await codeOf(get(stranger, url))).toBe('unknown_record')
    expect(await codeOf(get(stranger, `/api/awards/${awardId}/receipt`))).toBe('award_not_yours')
    const child = await addPerson(test, { householdId: guard.householdId })
    expect(await codeOf(get(child, `/api/awards/${awardId}/receipt`))).toBe('unknown_record')
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await codeOf(get(elsewhere, url))).toBe('unknown_record')
  })

  it('stays valid when its person is erased; the server can give it no more', async () => {
    const gone = await addPerson(test)
    const { awardId: lost } = await score(test, gone, { ...watchHour, leaderScore: 3 })
    await publishAll()
    const { body } = await get(gone, `/api/awards/${lost}/receipt`)
    await test.owner.query(
      'UPDATE person_key SET wrapped_key = NULL, destroyed_at = now() WHERE person_id = $1',
      [gone.personId],
    )
    expect(await codeOf(get(gone, `/api/awards/${lost}/receipt`))).toBe('unknown_record')
    const receipt = parseReceipt(body)
    const { leaf } = JSON.parse(Buffer.from(receipt.extra ?? []).toString())
    await verifyReceipt(nodeSuite, await policy(), receipt, { entry: Buffer.from(leaf) })
  })

  it('stands on the data bank on paper, in a code that a phone can read', async () => {
    const actor = { ...guard, roles: new Set(), leadsGroupNo: null } as unknown as Actor
    const parts = { ...test, ...test.server, publicUrl: '', witnesses: () => noWitnesses }
    const [receipt] = await readPaperReceipts(parts, actor, 4)
    expect(receipt).toMatchObject({ kind: 'award.scored' })
    await verifyReceipt(nodeSuite, await policy(), parseReceipt(receipt!.text), {
      entry: Buffer.from(
        JSON.parse(Buffer.from(parseReceipt(receipt!.text).extra ?? []).toString()).leaf,
      ),
    })
    const [pdf, without] = [guard, await addPerson(test)].map((person) =>
      get(person, '/api/me/data.pdf'),
    )
    const [long, short] = [(await pdf)!.rawPayload.length, (await without)!.rawPayload.length]
    expect(long).toBeGreaterThan(short + 5000)
  })

  it('does not tell the staff where another household stands', async () => {
    const committee = await addPerson(test, { roles: ['committee'] })
    expect((await get(committee, `/api/awards/${awardId}/log-place`)).json()).toMatchObject({
      state: 'in_log',
      index: null,
      recordId: null,
    })
  })
})
