import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Clock } from './clock.ts'

/** Bytes nobody can foresee; tests bring a seeded source. */
export interface Randomness {
  bytes(count: number): Buffer
}

const POOL_BYTES = 4096

/** The operating system's randomness, fetched a pool at a time: a command needs some twenty pieces. */
export function pooledRandomness(fetch: (count: number) => Buffer): Randomness {
  let pool: Buffer = Buffer.alloc(0)
  let used = 0
  return {
    bytes: (count) => {
      if (count > POOL_BYTES) return fetch(count)
      if (used + count > pool.length) {
        pool = fetch(POOL_BYTES)
        used = 0
      }
      used += count
      // A copy: nothing that is handed out is kept here, and nothing is handed out twice.
      const bytes = Buffer.from(pool.subarray(used - count, used))
      pool.fill(0, used - count, used)
      return bytes
    },
  }
}

export const systemRandomness: Randomness = pooledRandomness(randomBytes)

/** Makes a new identifier: UUID version 7 (RFC 9562), which sorts by time of making. */
export type NewId = () => string

export function createNewId(clock: Clock, randomness: Randomness): NewId {
  let lastMilliseconds = 0
  let sequence = 0
  return () => {
    const now = clock.now().getTime()
    sequence = now === lastMilliseconds ? sequence + 1 : 0
    lastMilliseconds = now
    return v7({ msecs: now, seq: sequence, random: randomness.bytes(16) })
  }
}

/** The same things in an order drawn by lot. */
export function shuffled<T>(list: readonly T[], randomness: Randomness): T[] {
  return list
    .map((item) => ({ item, lot: randomness.bytes(8).readBigUInt64BE() }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0))
    .map(({ item }) => item)
}
