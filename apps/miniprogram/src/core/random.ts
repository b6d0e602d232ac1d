const POOL_BYTES = 1024
const KEY_BYTES = 16

/** Bytes from WeChat's own source, fetched ahead, since it answers later than a key is needed. */
let pool = new Uint8Array(0)

/** Fetches the first bytes; before they are there, keys are made of `Math.random` and the time. */
export function fetchRandomness(): void {
  wx.getRandomValues({
    length: POOL_BYTES,
    success: ({ randomValues }) => {
      pool = new Uint8Array(randomValues)
    },
  })
}

/**
 * A random UUID (version 4). It tells one command of a person from the next, and guards nothing: that
 * two are alike is to be unlikely, not impossible to foresee.
 */
export function newKey(): string {
  const bytes = takeBytes()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function takeBytes(): Uint8Array {
  if (pool.length >= KEY_BYTES) {
    const taken = pool.slice(0, KEY_BYTES)
    pool = pool.slice(KEY_BYTES)
    if (pool.length < KEY_BYTES) fetchRandomness()
    return taken
  }
  let time = Date.now()
  return Uint8Array.from({ length: KEY_BYTES }, (_, index) => {
    const byte = Math.floor(Math.random() * 256) ^ (index < 6 ? time & 0xff : 0)
    time = Math.floor(time / 256)
    return byte
  })
}
