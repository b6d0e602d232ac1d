import { addressOf, type Values } from './address.ts'
import {
  Upload,
  type Body,
  type Method,
  type Params,
  type PathOf,
  type Result,
} from './contract.ts'
import {
  languageTags,
  type CancelSignal,
  type HttpAnswer,
  type HttpPort,
  type LanguagePort,
} from './ports.ts'
import { answerUnreadable, ApiProblem, networkUnreachable, problemOf } from './problem.ts'

export interface ReadOptions {
  signal?: CancelSignal | undefined
}

export interface CallOptions extends ReadOptions {
  /** Give the key of an earlier try to repeat it; left out, each call gets its own. */
  idempotencyKey?: string
  /** No answer after this long counts as none. */
  patienceMilliseconds?: number
}

/** The arguments of a reading call: a path without parts to fill in needs no params. */
export type ReadArguments<P extends PathOf<M>, M extends Method = 'get'> =
  Record<string, never> extends Params<P, M>
    ? [params?: Params<P, M>, options?: ReadOptions]
    : object extends Params<P, M>
      ? [params?: Params<P, M>, options?: ReadOptions]
      : [params: Params<P, M>, options?: ReadOptions]

/** The arguments of a change: what the path takes, what is sent, and under which key. */
export type ChangeArguments<P extends PathOf<M>, M extends Method> =
  undefined extends Body<P, M>
    ? [params: Params<P, M>, body?: Body<P, M>, options?: CallOptions]
    : [params: Params<P, M>, body: Body<P, M>, options?: CallOptions]

/** Each call resolves to the answer's JSON (`undefined` for 204) or rejects with `ApiProblem`. */
export interface Calls {
  /** `get('/api/awards/{id}', { id })`; the query stands beside the parts of the path. */
  readonly get: <P extends PathOf<'get'>>(path: P, ...rest: ReadArguments<P>) => Promise<Result<P>>
  /** An answer that is no JSON, such as a receipt. */
  readonly getText: <P extends PathOf<'get'>>(path: P, ...rest: ReadArguments<P>) => Promise<string>
  /** `post('/api/awards/{id}/reverse', { id }, { reason }, { idempotencyKey })`. */
  readonly post: <P extends PathOf<'post'>>(
    path: P,
    ...rest: ChangeArguments<P, 'post'>
  ) => Promise<Result<P, 'post'>>
  readonly put: <P extends PathOf<'put'>>(
    path: P,
    ...rest: ChangeArguments<P, 'put'>
  ) => Promise<Result<P, 'put'>>
  readonly del: <P extends PathOf<'delete'>>(
    path: P,
    ...rest: ChangeArguments<P, 'delete'>
  ) => Promise<Result<P, 'delete'>>
  /** By an address that is already filled in: for commands that were kept, and links that were given. */
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    address: string,
    body?: unknown,
    options?: CallOptions,
  ) => Promise<unknown>
}

/** What a path answers is kept under this: the path as the contract has it, and what it was asked with. */
export function keyOf<P extends PathOf<'get'>>(
  path: P,
  ...[params]: ReadArguments<P>
): readonly unknown[] {
  return params === undefined || Object.keys(params).length === 0 ? [path] : [path, params]
}

/** The typed calls of one client: with its language, and an idempotency key on each change. */
export function createCalls(
  http: Pick<HttpPort, 'send' | 'newKey'>,
  { language }: LanguagePort,
): Calls {
  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    address: string,
    body: unknown,
    { idempotencyKey, signal, patienceMilliseconds }: CallOptions,
  ): Promise<HttpAnswer> {
    const isJson = body !== undefined && !(body instanceof Upload)
    const headers = {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': languageTags[language()],
      ...(method === 'GET' ? {} : { 'Idempotency-Key': idempotencyKey ?? http.newKey() }),
      ...(isJson ? { 'Content-Type': 'application/json' } : {}),
    }
    const sent = body instanceof Upload ? body.form : JSON.stringify(body)
    const answered = await http
      .send({ method, address, headers, body: sent, signal, patienceMilliseconds })
      .catch((cause: unknown) => {
        if (signal?.aborted === true) throw cause
        throw new ApiProblem({ status: 0, code: networkUnreachable, cause })
      })
    if (answered.status < 200 || answered.status > 299)
      throw problemOf(answered.status, answered.text)
    return answered
  }

  const send: Calls['send'] = async (method, address, body, options = {}) => {
    const { status, text } = await ask(method, address, body, options)
    if (status === 204) return undefined
    try {
      return JSON.parse(text) as unknown
    } catch (cause) {
      throw new ApiProblem({ status, code: answerUnreadable, cause })
    }
  }

  const reading = (path: string, params?: Values, options?: ReadOptions) =>
    send('GET', addressOf(path, params), undefined, options)
  const changing =
    (method: 'POST' | 'PUT' | 'DELETE') =>
    (path: string, params?: Values, body?: unknown, options?: CallOptions) =>
      send(method, addressOf(path, params), body, options)

  return {
    get: reading as Calls['get'],
    getText: (async (path: string, params?: Values, options: ReadOptions = {}) =>
      (await ask('GET', addressOf(path, params), undefined, options)).text) as Calls['getText'],
    post: changing('POST') as Calls['post'],
    put: changing('PUT') as Calls['put'],
    del: changing('DELETE') as Calls['del'],
    send,
  }
}
