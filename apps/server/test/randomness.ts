import { createHash } from 'node:crypto'
import type { Randomness } from '../src/platform/identity.ts'

/** A reproducible stream of bytes (SHA-256 in counter mode over a seed). */
export function seededRandomness(seed: string): Randomness {
  let counter = 0
  return {
    bytes: (count) => {
      const blocks: Buffer[] = []
      for (let have = 0; have < count; have += 32)
        blocks.push(createHash('sha256').update(`${seed}/${counter++}`).digest())
      return Buffer.concat(blocks).subarray(0, count)
    },
  }
}
