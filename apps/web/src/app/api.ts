import {
  addressOf,
  createCalls,
  Upload,
  type CallOptions,
  type ReadOptions,
  type Values,
} from '@azalea/client'
import { httpPort, serverBase } from './http-port.ts'
import { getSettings } from '../ui/settings.ts'

/** The contract's calls, asked by this browser: `get('/api/awards/{id}', { id })`. */
export const { get, getText, post, put, del, send } = createCalls(httpPort, {
  language: () => (languageOfPage() === 'en' ? 'en' : 'zh'),
})

export const { newKey } = httpPort

/** What the page is shown in; a link may have asked for another language than the device keeps. */
const languageOfPage = () => document.documentElement.lang || getSettings().language

export type { Values as Query } from '@azalea/client'

/** Each of these resolves to the answer's JSON (`undefined` for 204) or rejects with `ApiProblem`. */
export async function apiGet<T>(
  path: string,
  query: Values = {},
  options: ReadOptions = {},
): Promise<T> {
  return (await send('GET', addressOf(path, query), undefined, options)) as T
}

export async function apiPost<T>(
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  return (await send('POST', path, formOrJson(body), options)) as T
}

/** The absolute address of a path, for links to files, pictures and downloads. */
export function apiUrl(path: string, query: Values = {}): string {
  return serverBase() + addressOf(path, query)
}

const formOrJson = (body: unknown) => (body instanceof FormData ? new Upload(body) : body)
