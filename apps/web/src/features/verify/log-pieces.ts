import { formatTilePath, TILE_WIDTH, type TileAddress, type TileReader } from '@azalea/tlog'
import { apiUrl, ApiProblem, networkUnreachable } from '../../app/api.ts'

/** The public pieces of one log; none of them is believed before it was checked. */
export interface LogPieces {
  /** The policy's text (tlog-policy). */
  readPolicy(): Promise<string>
  /** The signed checkpoint (tlog-checkpoint). */
  readCheckpoint(): Promise<string>
  readTile: TileReader
}

const NOT_FOUND = 404

/**
 * The log served under a path of this host, such as `/log/330109102259`.
 * The pieces' functions throw `ApiProblem`.
 */
export function servedLog(path: string): LogPieces {
  const read = async (name: string, cache: RequestCache): Promise<Response> => {
    const address = new URL(apiUrl(`${path}/${name}`), location.href)
    const answer = await fetch(address, { cache }).catch((cause: unknown) => {
      throw new ApiProblem({ status: 0, code: networkUnreachable, cause })
    })
    if (!answer.ok) throw new ApiProblem({ status: answer.status, code: `http_${answer.status}` })
    return answer
  }
  const readTile = async (tile: TileAddress): Promise<Uint8Array> => {
    const answer = await read(formatTilePath(tile), 'default')
    return new Uint8Array(await answer.arrayBuffer())
  }
  return {
    readPolicy: async () => (await read('policy', 'no-store')).text(),
    readCheckpoint: async () => (await read('checkpoint', 'no-store')).text(),
    readTile: async (tile) => {
      try {
        return await readTile(tile)
      } catch (error) {
        const isGone = error instanceof ApiProblem && error.status === NOT_FOUND
        // A partial tile may go once the full one has replaced it.
        if (isGone && tile.width < TILE_WIDTH) return readTile({ ...tile, width: TILE_WIDTH })
        throw error
      }
    },
  }
}
