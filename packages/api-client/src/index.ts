import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './openapi.d.ts'

export type { components, operations, paths } from './openapi.d.ts'

/** A shape of the contract by its name, e.g. `Schema<'AwardView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/**
 * Typed calls for every path of the server: `client.GET('/api/me/home')`. Failures come back as
 * `error`, a problem of RFC 9457; `fetch` can be given for cookies, language and idempotency keys.
 */
export function createClient(options: ClientOptions): Client<paths> {
  return createFetchClient<paths>(options)
}
