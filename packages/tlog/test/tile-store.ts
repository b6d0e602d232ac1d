import { formatTilePath, type Tile, type TileReader } from '../src/index.ts'

/** Tiles by path, as a static file server has them. */
export class TileStore {
  readonly files = new Map<string, Uint8Array>()
  readonly reads: string[] = []

  add(tiles: readonly Tile[]): void {
    for (const tile of tiles) {
      const path = formatTilePath(tile)
      if (this.files.has(path)) throw new Error(`${path} is written twice`)
      this.files.set(path, tile.bytes)
    }
  }

  readonly read: TileReader = (tile) => {
    const path = formatTilePath(tile)
    this.reads.push(path)
    const bytes = this.files.get(path)
    if (!bytes) throw new Error(`no ${path}`)
    return bytes
  }
}
