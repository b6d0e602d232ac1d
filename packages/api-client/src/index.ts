import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch'
import type { components, paths } from './openapi.d.ts'

export type { components, operations, paths } from './openapi.d.ts'

/** A shape of the contract by its name, e.g. `Schema<'AwardView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/** What a path answers when it succeeds: `Answer<'/api/me/home'>`, `Answer<'/api/ratings', 'post'>`. */
export type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path] = 'get' & keyof paths[Path],
> = SuccessOf<paths[Path][Method]>

/** One of what a list answers: `Item<'/api/plates'>`. */
export type Item<Path extends keyof paths> =
  Answer<Path> extends { items: readonly (infer One)[] } ? One : never

type SuccessOf<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & (200 | 201)]>
  : never

type JsonOf<Response> = Response extends { content: { 'application/json': infer Json } }
  ? Json
  : never

/**
 * Typed calls for every path of the server: `client.GET('/api/me/home')`. Failures come back as
 * `error`, a problem of RFC 9457; `fetch` can be given for cookies, language and idempotency keys.
 */
export function createClient(options: ClientOptions): Client<paths> {
  return createFetchClient<paths>(options)
}
