import { askOnceMore } from './ask-once-more.ts'
import { takeEarlyAnswer } from './early-answers.ts'
import { noteServerClock } from './server-clock.ts'
import { getSettings } from './settings.ts'

declare global {
  interface Window {
    /** Where the server is when it is not where the page came from, such as inside another shell. */
    AZALEA_API?: string
  }
}

/** One field that the server did not accept. `field` is a dotted path into the sent body. */
export interface FieldProblem {
  field: string
  message: string
}

/** Codes that arise on this side of the network; all others come from the server. */
export const networkUnreachable = 'network_unreachable'
export const answerUnreadable = 'answer_unreadable'

/**
 * A refusal or a fault in the form of RFC 9457. `title` and `detail` are in the reader's language
 * when they come from the server; `code` is stable. Status 0 means that no server answered.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  /** What the refusal is about, for a screen to lead there. */
  readonly about: { readonly kind: string; readonly id: string } | null

  constructor(problem: {
    status: number
    code: string
    title?: string
    detail?: string
    errors?: readonly FieldProblem[]
    about?: { kind: string; id: string } | undefined
    cause?: unknown
  }) {
    super(problem.detail ?? problem.title ?? problem.code, { cause: problem.cause })
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title ?? ''
    this.detail = problem.detail ?? ''
    this.errors = problem.errors ?? []
    this.about = problem.about ?? null
  }
}

export type QueryValue = string | number | boolean | null | undefined
export type Query = Readonly<Record<string, QueryValue>>

export interface CallOptions {
  /** Give the key of an earlier try to repeat it; left out, each call gets its own. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Each of these resolves to the answer's JSON (`undefined` for 204) or rejects with `ApiProblem`. */
export async function apiGet<T>(
  path: string,
  query: Query = {},
  options: Pick<CallOptions, 'signal'> = {},
): Promise<T> {
  return call<T>('GET', path + queryString(query), undefined, options)
}

export async function apiPost<T>(
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  return call<T>('POST', path, body, options)
}

export async function apiPut<T>(
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  return call<T>('PUT', path, body, options)
}

export async function apiDelete<T>(path: string, options: CallOptions = {}): Promise<T> {
  return call<T>('DELETE', path, undefined, options)
}

/** The absolute address of a path, for links to files, pictures and downloads. */
export function apiUrl(path: string, query: Query = {}): string {
  return baseUrl() + path + queryString(query)
}

/**
 * `fetch` with this project's conventions: cookies, the reader's language, an idempotency key on
 * each change, and `ApiProblem` for whatever is not a success. Fits `openapi-fetch` as `fetch`.
 */
export async function apiFetch(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', document.documentElement.lang || getSettings().language)
  if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', newKey())
  }
  const early = takeEarlyAnswer(request)
  const asked =
    early ?? askOnceMore(request).then((response) => ({ response, arrivedAt: Date.now() }))
  const { response, arrivedAt } = await asked.catch((cause: unknown) => {
    if (request.signal.aborted) throw cause
    throw new ApiProblem({ status: 0, code: networkUnreachable, cause })
  })
  noteServerClock(request, response, arrivedAt)
  if (!response.ok) throw await readProblem(response)
  return response
}

/** A random key for one command; keep it to repeat the command without doing it twice. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  // `randomUUID` is missing on plain-HTTP pages, as when a phone opens the laptop's address.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function call<T>(
  method: string,
  path: string,
  body: unknown,
  options: CallOptions,
): Promise<T> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey)
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json')
  const response = await apiFetch(
    new Request(new URL(baseUrl() + path, location.href), {
      method,
      headers,
      credentials: 'include',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
  )
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch (cause) {
    throw new ApiProblem({ status: response.status, code: answerUnreadable, cause })
  }
}

/** Reads problem+json; anything else (a proxy's page) keeps its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const json: unknown = await response.json().catch(() => undefined)
  const body = isObject(json) ? json : {}
  return new ApiProblem({
    status: response.status,
    code: textOf(body['code']) ?? `http_${response.status}`,
    title: textOf(body['title']) ?? '',
    detail: textOf(body['detail']) ?? '',
    errors: Array.isArray(body['errors']) ? body['errors'].flatMap(fieldProblem) : [],
    about: aboutOf(body['about']),
  })
}

function fieldProblem(value: unknown): FieldProblem[] {
  if (!isObject(value)) return []
  const where = value['field'] ?? value['path'] ?? value['pointer']
  const field = (Array.isArray(where) ? where.join('.') : (textOf(where) ?? ''))
    .replace(/^[#/]+/, '')
    .replaceAll('/', '.')
    .replace(/^(body|querystring|params)\./, '')
  return [{ field, message: textOf(value['message']) ?? textOf(value['detail']) ?? '' }]
}

function queryString(query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

function baseUrl(): string {
  return window.AZALEA_API ?? ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function aboutOf(value: unknown): { kind: string; id: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, id } = value as Record<string, unknown>
  return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : undefined
}
