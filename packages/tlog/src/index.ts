export * from './add-checkpoint.ts'
export * from './base64.ts'
export * from './bundle-builder.ts'
export { concatBytes, equalBytes, hexDecode, hexEncode, utf8Decode, utf8Encode } from './bytes.ts'
export * from './check-tiles.ts'
export * from './checkpoint.ts'
export * from './decimal.ts'
export * from './entry-bundle.ts'
export * from './errors.ts'
export * from './keys.ts'
export * from './make-proof.ts'
export * from './policy.ts'
export * from './receipt.ts'
export * from './sha256.ts'
export * from './signatures.ts'
export * from './signed-note.ts'
export {
  TILE_HEIGHT,
  TILE_WIDTH,
  formatBundlePath,
  formatTilePath,
  hashesAtLevel,
  newBundles,
  newTiles,
  parseTilePath,
  tileWidth,
  type BundleAddress,
  type TileAddress,
  type TilePath,
} from './tile-address.ts'
export { checkTile, type TileReader } from './tile-reader.ts'
export * from './tree-builder.ts'
export * from './tree-hasher.ts'
export * from './verify-checkpoint.ts'
export * from './verify-proof.ts'
export * from './webcrypto.ts'
