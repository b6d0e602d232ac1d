import {
  formatBundlePath,
  formatTilePath,
  TILE_WIDTH,
  utf8Decode,
  type BundleAddress,
  type TileReader,
} from '@azalea/tlog'
import type { HttpPort } from '../ports.ts'
import { ApiProblem, networkUnreachable } from '../problem.ts'

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
export function servedLog(http: Pick<HttpPort, 'readFile'>, path: string): LogPieces {
  /** A partial one may go once the full one has replaced it. */
  const readWide = async <Address extends BundleAddress>(
    format: (address: Address) => string,
    address: Address,
  ): Promise<Uint8Array> => {
    const bytesOf = (asked: Address) => readFile(http, `${path}/${format(asked)}`, 'cache')
    try {
      return await bytesOf(address)
    } catch (error) {
      const isGone = error instanceof ApiProblem && error.status === NOT_FOUND
      if (!isGone || address.width === TILE_WIDTH) throw error
      return bytesOf({ ...address, width: TILE_WIDTH })
    }
  }
  return {
    readPolicy: async () => utf8Decode(await readFile(http, `${path}/policy`, 'fresh')),
    readCheckpoint: async () => utf8Decode(await readFile(http, `${path}/checkpoint`, 'fresh')),
    readTile: (tile) => readWide(formatTilePath, tile),
    readBundle: (bundle) => readWide(formatBundlePath, bundle),
    ofLog: (origin) => servedLog(http, pathOf(origin) ?? path),
  }
}

async function readFile(
  http: Pick<HttpPort, 'readFile'>,
  address: string,
  from: 'fresh' | 'cache',
): Promise<Uint8Array> {
  const { status, bytes } = await http.readFile(address, from).catch((cause: unknown) => {
    throw new ApiProblem({ status: 0, code: networkUnreachable, cause })
  })
  if (status < 200 || status > 299) throw new ApiProblem({ status, code: `http_${status}` })
  return bytes
}

/** Where a log of this host is served, by the end of its origin. */
function pathOf(origin: string): string | null {
  return /\/log\/\d{12}(?:\/\d+)?$/.exec(origin)?.[0] ?? null
}
