import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatVerifierKey } from '@azalea/tlog'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  appendRecords,
  checkWholeLog,
  foundBareVillage,
  openTestLog,
  openTestWitness,
  PUBLIC_URL,
} from '../../../test/log-village.ts'
import type { Orders } from '../../../test/sequencer-process.ts'
import { bundleSequencer, startSequencer } from '../../../test/start-sequencer.ts'
import { steps } from './steps.ts'

/** Processes side by side, logs that each has in hand, and how often each is killed: 200 points. */
const LANES = 2
const LOGS_A_PROCESS = 4
const KILLS_A_LANE = 25
/** What a process lives after its first tick; about three batches. */
const LONGEST_LIFE_MILLISECONDS = 100

const dir = mkdtempSync(join(tmpdir(), 'azalea-sequencer-'))
let bundle: string
let test: TestDatabase
beforeAll(async () => {
  bundle = await bundleSequencer(dir)
  test = await createTestDatabase()
})
afterAll(async () => {
  await test.close()
  rmSync(dir, { recursive: true })
})

/** A village, its log and a real witness of it, and what every process of it has signed. */
type Village = Awaited<ReturnType<typeof openVillage>>

async function openVillage(villageId: string) {
  await foundBareVillage(test.owner, villageId)
  const log = await openTestLog(test.database, villageId)
  const witness = await openTestWitness('committee', log)
  onTestFinished(() => witness.close())
  const signedFile = join(dir, `${villageId}.signed`)
  writeFileSync(signedFile, '')
  const { name, key, url = '' } = witness.policy
  const orders = { villageId, witness: { name, vkey: formatVerifierKey(key), url }, signedFile }
  const witnesses = { witnesses: [witness.policy], groups: [], quorum: name }
  const signed = () =>
    readFileSync(signedFile, 'utf8')
      .split('\n\n')
      .filter((text) => text !== '')
      .map((text) => `${text}\n`)
  return {
    orders,
    signed,
    append: (count: number) => appendRecords(test.owner, villageId, count),
    check: () => checkWholeLog(test.database, test.owner, log, { witnesses, signed: signed() }),
  }
}

const ordersFor = (...villages: readonly Village[]): Orders => ({
  connection: test.connection,
  publicUrl: PUBLIC_URL,
  villages: villages.map(({ orders }) => orders),
  batchSize: 7,
  leaseMilliseconds: 150,
})

/** Numbers from 0 to 1 that look random and are the same in every run. */
function* noise(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    yield (state >>> 8) / 0x80_0000
  }
}

describe('a process killed', { timeout: 300_000 }, () => {
  it('at 200 points of its work signs no fork, loses no record and gives no index twice', async () => {
    const lane = async (number: number) => {
      const ids = Array.from({ length: LOGS_A_PROCESS }, (_, at) => `3301091023${number}${at}`)
      const villages = await Promise.all(ids.map(openVillage))
      const orders = ordersFor(...villages)
      const random = noise(number + 1)
      for (let kill = 0; kill < KILLS_A_LANE; kill++) {
        for (const village of villages) await village.append(20)
        const one = startSequencer(bundle, orders)
        await one.told('')
        await sleep(random.next().value * LONGEST_LIFE_MILLISECONDS)
        await one.kill()
        if (kill % 25 === 10) for (const village of villages) await village.check()
      }
      const last = startSequencer(bundle, orders)
      for (const id of ids) await last.told(`idle ${id}`)
      await last.kill()
      for (const village of villages) {
        const size = KILLS_A_LANE * 20
        expect(await village.check()).toEqual({ size, publishedSize: size })
        expect(village.signed().length).toBeGreaterThan(KILLS_A_LANE)
      }
    }
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
  })

  it('at each named step leaves a log that the next process goes on with', async () => {
    const village = await openVillage('330109102320')
    let size = 0
    for (const step of steps) {
      await village.append(10)
      size += 10
      const dying = startSequencer(bundle, {
        ...ordersFor(village),
        at: { step, signal: 'SIGKILL' },
      })
      await dying.told(`at ${step}`)
      await dying.ended
      await village.check()
      const next = startSequencer(bundle, ordersFor(village))
      await next.told('idle')
      await next.kill()
      expect(await village.check(), step).toEqual({ size, publishedSize: size })
    }
  })
})

describe.runIf(process.platform !== 'win32')('of two processes', { timeout: 60_000 }, () => {
  it.each([
    ['tiles-written', '330109102331'], // in the middle of its transaction
    ['signing', '330109102332'], // its head is durable, its signature not made
    ['witnessed', '330109102333'], // cosigned and not published
  ] as const)('one stopped at %s is fenced off, and the other goes on', async (step, villageId) => {
    const village = await openVillage(villageId)
    const orders = { ...ordersFor(village), leaseMilliseconds: 400 }
    await village.append(20)
    const first = startSequencer(bundle, { ...orders, at: { step, signal: 'SIGSTOP' } })
    const second = await first.told(`at ${step}`).then(() => startSequencer(bundle, orders))
    onTestFinished(async () => {
      await first.kill()
      await second.kill()
    })
    await second.told('idle')
    await village.append(20)
    await expect.poll(async () => (await village.check()).publishedSize).toBe(40)
    first.child.kill('SIGCONT')
    await first.told('waiting')
    await village.append(20)
    await expect.poll(async () => (await village.check()).publishedSize).toBe(60)
    await second.kill()
    await village.append(5)
    await expect.poll(async () => (await village.check()).publishedSize).toBe(65)
    expect([...first.lines, ...second.lines].filter((line) => line.startsWith('fault'))).toEqual([])
  })
})
