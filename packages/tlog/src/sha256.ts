/**
 * A hash function. It must not keep a reference to `message` (callers reuse the buffer) and must
 * return a fresh 32-byte array.
 */
export type Sha256 = (message: Uint8Array) => Uint8Array

const ROUND_CONSTANTS = new Int32Array(64)
const INITIAL_STATE = new Int32Array(8)

// FIPS 180-4: fractional parts of the cube roots (first 64 primes) and square roots (first 8).
for (let n = 2, found = 0; found < 64; n++) {
  let prime = true
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
  if (!prime) continue
  if (found < 8) INITIAL_STATE[found] = fraction32(Math.sqrt(n))
  ROUND_CONSTANTS[found++] = fraction32(Math.cbrt(n))
}

function fraction32(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x1_0000_0000) | 0
}

const state = new Int32Array(8)
const schedule = new Int32Array(64)
const tail = new Uint8Array(128)

/**
 * SHA-256 (FIPS 180-4) in plain JavaScript, for engines without a synchronous native one. In Node
 * inject the native function instead where messages are long.
 */
export function sha256(message: Uint8Array): Uint8Array {
  state.set(INITIAL_STATE)
  const whole = message.length - (message.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(message, offset)
  const rest = message.length - whole
  const tailLength = rest < 56 ? 64 : 128
  tail.fill(0, 0, tailLength)
  for (let i = 0; i < rest; i++) tail[i] = message[whole + i] ?? 0
  tail[rest] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tailLength - 8, Math.floor(message.length / 0x2000_0000))
  view.setUint32(tailLength - 4, (message.length << 3) >>> 0)
  for (let offset = 0; offset < tailLength; offset += 64) compress(tail, offset)
  const digest = new Uint8Array(32)
  for (let i = 0; i < 8; i++) {
    const word = state[i] ?? 0
    digest[4 * i] = word >>> 24
    digest[4 * i + 1] = word >>> 16
    digest[4 * i + 2] = word >>> 8
    digest[4 * i + 3] = word
  }
  return digest
}

// `as number` below: the indexes are in range by construction, and a fallback per access would
// halve the speed of the loop that decides the log's throughput.
function compress(block: Uint8Array, offset: number): void {
  const w = schedule
  for (let i = 0, p = offset; i < 16; i++, p += 4) {
    w[i] =
      ((block[p] as number) << 24) |
      ((block[p + 1] as number) << 16) |
      ((block[p + 2] as number) << 8) |
      (block[p + 3] as number)
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number
    const y = w[i - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const choice = (e & f) ^ (~e & g)
    const t1 = (h + s1 + choice + (ROUND_CONSTANTS[i] as number) + (w[i] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + s0 + majority) | 0
  }
  state[0] = ((state[0] as number) + a) | 0
  state[1] = ((state[1] as number) + b) | 0
  state[2] = ((state[2] as number) + c) | 0
  state[3] = ((state[3] as number) + d) | 0
  state[4] = ((state[4] as number) + e) | 0
  state[5] = ((state[5] as number) + f) | 0
  state[6] = ((state[6] as number) + g) | 0
  state[7] = ((state[7] as number) + h) | 0
}
