import { TlogError } from './errors.ts'
import { TILE_WIDTH } from './tile-address.ts'

/** The length prefix is 16 bits. */
export const MAX_ENTRY_BYTES = 65_535

/**
 * Concatenates 1 to 256 entries, each after its length in two big-endian bytes (tlog-tiles).
 *
 * @throws TlogError `out_of_range` when an entry is too long or the count does not fit a bundle
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    throw new TlogError('out_of_range', `a bundle holds 1 to 256 entries, not ${entries.length}`)
  }
  let bytes = 0
  for (const entry of entries) {
    checkEntry(entry)
    bytes += 2 + entry.length
  }
  const bundle = new Uint8Array(bytes)
  let offset = 0
  for (const entry of entries) {
    bundle[offset] = entry.length >> 8
    bundle[offset + 1] = entry.length & 0xff
    bundle.set(entry, offset + 2)
    offset += 2 + entry.length
  }
  return bundle
}

/** @throws TlogError `out_of_range` when the entry does not fit a bundle */
export function checkEntry(entry: Uint8Array): void {
  if (entry.length > MAX_ENTRY_BYTES) {
    throw new TlogError('out_of_range', `an entry has at most 65,535 bytes, not ${entry.length}`)
  }
}

/**
 * Reads a bundle of exactly `width` entries. The entries are views of `bundle`, not copies. They
 * are trusted only once their leaf hashes are found in a verified tile.
 *
 * @throws TlogError `malformed`
 */
export function decodeEntryBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = []
  let offset = 0
  while (offset < bundle.length) {
    if (offset + 2 > bundle.length) throw new TlogError('malformed', 'truncated entry bundle')
    const length = ((bundle[offset] ?? 0) << 8) | (bundle[offset + 1] ?? 0)
    offset += 2
    if (offset + length > bundle.length) throw new TlogError('malformed', 'truncated entry bundle')
    entries.push(bundle.subarray(offset, offset + length))
    offset += length
  }
  if (entries.length !== width) {
    throw new TlogError('malformed', `bundle has ${entries.length} entries instead of ${width}`)
  }
  return entries
}
