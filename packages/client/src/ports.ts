/*
 * What a client brings to the core: four things that a browser, a mini-program and a test each have
 * in another way.
 */

/** One request as the core makes it; the port adds what its platform needs (cookies, a base address). */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query, beginning with `/`. */
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or a form with a file in the port's own shape. */
  readonly body?: string | object
  /** No answer after this long is none. */
  readonly patienceMilliseconds?: number | undefined
  readonly signal?: CancelSignal | undefined
}

/** The part of an `AbortSignal` that every client can offer. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(event: 'abort', listener: () => void): void
}

export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

export interface HttpFile {
  readonly status: number
  readonly bytes: Uint8Array
}

export interface HttpPort {
  /** Resolves to whatever the server answers, a refusal too; rejects when nobody answered. */
  send(request: HttpRequest): Promise<HttpAnswer>
  /**
   * A public file of the server, such as a tile of the log: what never changes once written may come
   * from what was read before, `fresh` asks the server. Resolves and rejects as `send` does.
   */
  readFile(address: string, from: 'fresh' | 'cache'): Promise<HttpFile>
  /** A random UUID (version 4): the key of one command. */
  readonly newKey: () => string
}

/** Named shelves of values that outlive the program: plain objects, whose fields may hold blobs. */
export interface StoragePort {
  list<Value>(shelf: string): Promise<Value[]>
  find<Value>(shelf: string, key: string): Promise<Value | undefined>
  put(shelf: string, key: string, value: object): Promise<void>
  remove(shelf: string, key: string): Promise<void>
  /** Works alone among all programs that share the storage, such as tabs; absent where one runs. */
  alone?<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface ClockPort {
  /** Now, as the server sees it: a phone's own clock may be minutes off. */
  now(): Date
}

export type Language = 'zh' | 'en'

export interface LanguagePort {
  /** The reader's language at this moment. */
  readonly language: () => Language
}

/** The tag of a language as HTTP and documents spell it. */
export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
