import { inflateRawSync } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT_BYTES = 65_535
const STORED = 0
const DEFLATED = 8

export interface UnpackLimits {
  readonly bytes: number
  readonly entries: number
}

export type UnpackedSize = number | 'too_large' | 'no_archive'

/**
 * How many bytes a ZIP archive unpacks to (PKWARE APPNOTE 4.3), by unpacking each entry as far as the
 * limit goes: what an archive says of itself need not be true.
 */
export function unpackedSizeOf(archive: Buffer, limits: UnpackLimits): UnpackedSize {
  const end = findEnd(archive)
  if (end === null) return 'no_archive'
  const entries = archive.readUInt16LE(end + 10)
  if (entries > limits.entries) return 'too_large'
  let offset = archive.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (offset + ENTRY_BYTES > archive.length) return 'no_archive'
    if (archive.readUInt32LE(offset) !== ENTRY_SIGNATURE) return 'no_archive'
    const size = entrySize(archive, offset, limits.bytes - total)
    if (typeof size !== 'number') return size
    total += size
    const nameBytes = archive.readUInt16LE(offset + 28)
    const extraBytes = archive.readUInt16LE(offset + 30)
    const commentBytes = archive.readUInt16LE(offset + 32)
    offset += ENTRY_BYTES + nameBytes + extraBytes + commentBytes
  }
  return total
}

function entrySize(archive: Buffer, entry: number, most: number): UnpackedSize {
  const method = archive.readUInt16LE(entry + 10)
  const packedBytes = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  // 0xffffffff stands for a ZIP64 size or place: four gigabytes, too large in any case.
  if (packedBytes === 0xffffffff || local === 0xffffffff) return 'too_large'
  if (local + LOCAL_BYTES > archive.length) return 'no_archive'
  if (archive.readUInt32LE(local) !== LOCAL_SIGNATURE) return 'no_archive'
  const start =
    local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const packed = archive.subarray(start, start + packedBytes)
  if (method === STORED) return packedBytes > most ? 'too_large' : packedBytes
  if (method !== DEFLATED) return 'no_archive'
  // Nothing, unless the sizes are told behind the data only: no spreadsheet is written so.
  if (packedBytes === 0) return isToldBehind(archive, entry) ? 'no_archive' : 0
  if (most <= 0) return 'too_large'
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    return isTooLarge ? 'too_large' : 'no_archive'
  }
}

function isToldBehind(archive: Buffer, entry: number): boolean {
  return (archive.readUInt16LE(entry + 8) & 0x08) !== 0
}

/** Where the end-of-central-directory record begins: the last one, a comment may follow it. */
function findEnd(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let offset = archive.length - END_BYTES; offset >= first; offset--)
    if (archive.readUInt32LE(offset) === END_SIGNATURE) return offset
  return null
}
