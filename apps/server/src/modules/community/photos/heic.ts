/** Brands of HEVC-coded pictures (ISO/IEC 23008-12, annex B): what iPhones take by default. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])
const BRAND_BYTES = 4

/** Whether a file says that it is a HEIC picture, which no decoder that we may ship can read. */
export function isHeic(file: Buffer): boolean {
  if (file.toString('latin1', 4, 8) !== 'ftyp') return false
  const boxBytes = Math.min(file.readUInt32BE(0), file.length, 256)
  // The main brand, a version, and the brands it goes by as well.
  for (let at = 8; at + BRAND_BYTES <= boxBytes; at += BRAND_BYTES)
    if (at !== 12 && heicBrands.has(file.toString('latin1', at, at + BRAND_BYTES))) return true
  return false
}
