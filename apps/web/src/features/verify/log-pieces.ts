import {
  formatBundlePath,
  formatTilePath,
  TILE_WIDTH,
  utf8Decode,
  type BundleAddress,
  type TileReader,
} from '@azalea/tlog'
import { ApiProblem } from '@azalea/client'
import { readLogFile } from '../../app/log-file.ts'

/** The public pieces of one log; none of them is believed before it was checked. */
export interface LogPieces {
  /** The policy's text (tlog-policy). */
  readPolicy(): Promise<string>
  /** The signed checkpoint (tlog-checkpoint). */
  readCheckpoint(): Promise<string>
  readTile: TileReader
  /** The entries of one bundle (tlog-tiles). */
  readBundle(bundle: BundleAddress): Promise<Uint8Array>
  /** Another log of the same host, by its origin: the one that this one follows. */
  ofLog(origin: string): Pick<LogPieces, 'readTile'>
}

const NOT_FOUND = 404

/**
 * The log served under a path of this host, such as `/log/330109102259`.
 * The pieces' functions throw `ApiProblem`.
 */
export function servedLog(path: string): LogPieces {
  /** A partial one may go once the full one has replaced it. */
  const readWide = async <Address extends BundleAddress>(
    format: (address: Address) => string,
    address: Address,
  ): Promise<Uint8Array> => {
    const bytesOf = (asked: Address) => readLogFile(`${path}/${format(asked)}`, 'cache')
    try {
      return await bytesOf(address)
    } catch (error) {
      const isGone = error instanceof ApiProblem && error.status === NOT_FOUND
      if (!isGone || address.width === TILE_WIDTH) throw error
      return bytesOf({ ...address, width: TILE_WIDTH })
    }
  }
  return {
    readPolicy: async () => utf8Decode(await readLogFile(`${path}/policy`, 'fresh')),
    readCheckpoint: async () => utf8Decode(await readLogFile(`${path}/checkpoint`, 'fresh')),
    readTile: (tile) => readWide(formatTilePath, tile),
    readBundle: (bundle) => readWide(formatBundlePath, bundle),
    ofLog: (origin) => servedLog(pathOf(origin) ?? path),
  }
}

/** Where a log of this host is served, by the end of its origin. */
function pathOf(origin: string): string | null {
  return /\/log\/\d{12}(?:\/\d+)?$/.exec(origin)?.[0] ?? null
}
