import type { RuleSheet } from '@azalea/scoring'
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

export type Method = 'get' | 'post' | 'put' | 'delete'

/** The paths that have this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never
}[keyof paths]

/**
 * What a path and its query take, under the names of the contract; empty values of a query are left
 * out.
 */
export type Params<P extends PathOf<M>, M extends Method = 'get'> = AllParams<OperationOf<P, M>>

/** What is sent: JSON as the contract has it; where it has none, nothing or a form with a file. */
export type Body<P extends PathOf<M>, M extends Method = 'post'> =
  OperationOf<P, M> extends { requestBody: { content: { 'application/json': infer Json } } }
    ? Sent<Json>
    : OperationOf<P, M> extends { requestBody?: { content: { 'application/json': infer Json } } }
      ? [Json] extends [object]
        ? Sent<Json> | undefined
        : Upload | undefined
      : Upload | undefined

/** What a call resolves to; `undefined` where the server answers with nothing (204). */
export type Result<P extends PathOf<M>, M extends Method = 'get'> = [
  SuccessOf<OperationOf<P, M>>,
] extends [never]
  ? undefined
  : SuccessOf<OperationOf<P, M>>

/** What is sent is not changed, so that it may be anything that cannot be. */
type Sent<Json> = Json extends object ? { readonly [Field in keyof Json]: Sent<Json[Field]> } : Json

/** A form with a file, in whatever shape the client's HTTP port sends one. */
export class Upload {
  readonly form: object

  constructor(form: object) {
    this.form = form
  }
}

type OperationOf<P extends PathOf<M>, M extends Method> = paths[P][M & keyof paths[P]]

type AllParams<Operation> = keyof (PathParams<Operation> & QueryParams<Operation>) extends never
  ? Readonly<Record<string, never>>
  : Readonly<PathParams<Operation> & QueryParams<Operation>>

type PathParams<Operation> = Operation extends { parameters: { path: infer Path extends object } }
  ? Path
  : unknown

type QueryParams<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? [NonNullable<Query>] extends [never]
    ? unknown
    : OrEmpty<NonNullable<Query>>
  : unknown

type OrEmpty<Query> = { [Name in keyof Query]: Query[Name] | null | undefined }

type SuccessOf<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & (200 | 201)]>
  : never

type JsonOf<Response> = Response extends { content: { 'application/json': infer Json } }
  ? WithSheet<Json>
  : never

/** A rule sheet is any object to the contract; its shape is said by `packages/scoring`. */
type WithSheet<Json> = Json extends { sheet: { [field: string]: unknown } }
  ? Omit<Json, 'sheet'> & { sheet: RuleSheet }
  : Json
