const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const MAX_COMMENT_BYTES = 65_535

/**
 * How many bytes a ZIP archive says it unpacks to, from its central directory (PKWARE APPNOTE 4.3),
 * so that a small file that would fill the memory is refused unopened. Null when it is no archive.
 */
export function unpackedSizeOf(archive: Buffer): number | null {
  const end = findEnd(archive)
  if (end === null) return null
  const entries = archive.readUInt16LE(end + 10)
  let offset = archive.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (offset + ENTRY_BYTES > archive.length) return null
    if (archive.readUInt32LE(offset) !== ENTRY_SIGNATURE) return null
    // 0xffffffff stands for a ZIP64 size: four gigabytes, too large in any case.
    total += archive.readUInt32LE(offset + 24)
    const nameBytes = archive.readUInt16LE(offset + 28)
    const extraBytes = archive.readUInt16LE(offset + 30)
    const commentBytes = archive.readUInt16LE(offset + 32)
    offset += ENTRY_BYTES + nameBytes + extraBytes + commentBytes
  }
  return total
}

/** Where the end-of-central-directory record begins: the last one, a comment may follow it. */
function findEnd(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let offset = archive.length - END_BYTES; offset >= first; offset--)
    if (archive.readUInt32LE(offset) === END_SIGNATURE) return offset
  return null
}
