import { ApiProblem, networkUnreachable } from '@azalea/client'
import { serverBase } from './http-port.ts'

/**
 * A public file of a log, by its path on this host. What never changes once written may come from
 * the browser's cache; `fresh` asks the server.
 * @throws ApiProblem
 */
export async function readLogFile(path: string, from: 'fresh' | 'cache'): Promise<Uint8Array> {
  const address = new URL(serverBase() + path, location.href)
  const cache = from === 'fresh' ? 'no-store' : 'default'
  const answer = await fetch(address, { cache }).catch((cause: unknown) => {
    throw new ApiProblem({ status: 0, code: networkUnreachable, cause })
  })
  if (!answer.ok) throw new ApiProblem({ status: answer.status, code: `http_${answer.status}` })
  return new Uint8Array(await answer.arrayBuffer())
}
