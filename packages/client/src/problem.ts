import type { Language } from './ports.ts'

/** One field that the server did not accept. `field` is a dotted path into the sent body. */
export interface FieldProblem {
  field: string
  message: string
  words?: ProblemWords | null
}

/** A sentence in each language, for a reader who changes it while the sentence stands. */
export type ProblemWords = Readonly<Record<Language, string>>

/** Codes that arise on this side of the network; all others come from the server. */
export const networkUnreachable = 'network_unreachable'
export const answerUnreadable = 'answer_unreadable'

/**
 * A refusal or a fault in the form of RFC 9457. `detail` is in the language of the moment in which it
 * was asked, `sentence` in that of who reads it now; `code` is stable. Status 0 means that no server
 * answered.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** The detail in each language; null where the server gave none. */
  readonly words: ProblemWords | null
  readonly errors: readonly FieldProblem[]
  /** What the refusal is about, for a screen to lead there. */
  readonly about: { readonly kind: string; readonly id: string } | null

  constructor(problem: {
    status: number
    code: string
    title?: string
    detail?: string
    words?: ProblemWords | null | undefined
    errors?: readonly FieldProblem[]
    about?: { kind: string; id: string } | undefined
    cause?: unknown
  }) {
    super(problem.detail ?? problem.title ?? problem.code, { cause: problem.cause })
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title ?? ''
    this.detail = problem.detail ?? ''
    this.words = problem.words ?? null
    this.errors = problem.errors ?? []
    this.about = problem.about ?? null
  }

  /** What to tell a reader of this language; empty when the server said nothing. */
  sentence(language: Language): string {
    return this.words?.[language] ?? (this.detail || this.title)
  }
}

/** Whether nobody answered, so that nothing is known of what was asked. */
export function isServerAway(error: Error | null): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status)
}

/** Reads problem+json; anything else (a proxy's page) keeps its status. */
export function problemOf(status: number, text: string): ApiProblem {
  const body = objectOf(text)
  return new ApiProblem({
    status,
    code: textOf(body['code']) ?? `http_${status}`,
    title: textOf(body['title']) ?? '',
    detail: textOf(body['detail']) ?? '',
    words: wordsOf(body['words']),
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
  const message = textOf(value['message']) ?? textOf(value['detail']) ?? ''
  return [{ field, message, words: wordsOf(value['words']) }]
}

function wordsOf(value: unknown): ProblemWords | null {
  if (!isObject(value)) return null
  const [zh, en] = [textOf(value['zh']), textOf(value['en'])]
  return zh === undefined || en === undefined ? null : { zh, en }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : {}
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function aboutOf(value: unknown): { kind: string; id: string } | undefined {
  if (!isObject(value)) return undefined
  const { kind, id } = value
  return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : undefined
}
